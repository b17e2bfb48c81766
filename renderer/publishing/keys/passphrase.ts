/** What was typed into the fields of a passphrase dialog; '' in a field that it does not have. */
export interface Passphrases {
  readonly current: string;
  readonly fresh: string;
  readonly again: string;
}

/** Which fields a dialog has. */
export interface AskedPassphrases {
  readonly current: boolean;
  readonly fresh: boolean;
}

export type PassphraseProblem = 'missing' | 'short' | 'different';

/** Characters as people count them, not UTF-16 units. Main refuses shorter ones too. */
const shortest = 8;

/** Read from the form when it is sent: passphrases are kept nowhere else in the window. */
export function passphrasesIn(form: HTMLFormElement): Passphrases {
  const data = new FormData(form);
  const textOf = (name: keyof Passphrases): string => {
    const value = data.get(name);
    return typeof value === 'string' ? value : '';
  };
  return { current: textOf('current'), fresh: textOf('fresh'), again: textOf('again') };
}

/** Why they cannot be used, or null. Whether the current one is right, only main can tell. */
export function problemOf({ current, fresh, again }: Passphrases, asked: AskedPassphrases): PassphraseProblem | null {
  if (asked.current && current === '') return 'missing';
  if (!asked.fresh) return null;
  if ([...fresh].length < shortest) return 'short';
  return fresh === again ? null : 'different';
}
