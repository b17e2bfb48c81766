/** A web address with what may stand before its host taken out of it: that is neither shown, nor logged, nor kept in the open. */
export interface Address {
  readonly url: string;
  /** Both '' where the address names none. */
  readonly user: string;
  readonly password: string;
}

/** `https://user:secret@host/` as three parts. What is no web address (a folder) comes back as it is. */
export function splitAddress(text: string): Address {
  const url = URL.parse(text);
  if (!url || (url.username === '' && url.password === '')) return { url: text, user: '', password: '' };
  const [user, password] = [decoded(url.username), decoded(url.password)];
  [url.username, url.password] = ['', ''];
  return { url: url.href, user, password };
}

/** A percent sign that stands for itself is left. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
