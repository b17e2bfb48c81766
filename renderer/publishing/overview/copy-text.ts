/**
 * Puts a text on the clipboard; false where that did not work. By a copy event like the table's (ui/grid), because this
 * window is allowed nothing that asks for a permission, the Clipboard API among them.
 */
export function copyText(text: string): boolean {
  let isTaken = false;
  const give = (event: ClipboardEvent): void => {
    if (!event.clipboardData) return;
    event.clipboardData.setData('text/plain', text);
    event.preventDefault();
    isTaken = true;
  };
  document.addEventListener('copy', give);
  try {
    return document.execCommand('copy') && isTaken;
  } finally {
    document.removeEventListener('copy', give);
  }
}
