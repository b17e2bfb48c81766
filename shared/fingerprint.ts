/** The part of a fingerprint that people compare aloud: its first 20 hex digits in groups of 4. */
export function shortFingerprint(fingerprint: string): string {
  return (fingerprint.slice(0, 20).match(/.{4}/g) ?? []).join(' ');
}
