import type { failures as master } from '../zh/failures.ts';

const named = (subject: string, otherwise: string): string => (subject ? `“${subject}”` : otherwise);

const keptPackages = 'The installed packages and all records of study, exams and projects are unchanged.';
const keptWork = 'All saved records are unchanged.';

export const failures: typeof master = {
  cancelled: (subject) => ({
    what: `${named(subject, 'The operation')} was cancelled.`,
    safe: 'Nothing was changed before the cancellation.',
    next: 'Start again when you need it; what was downloaded is not downloaded twice.',
  }),
  busy: (subject) => ({
    what: `${named(subject, 'The file')} is in use by another operation.`,
    safe: keptWork,
    next: 'Wait until that operation ends, or close the program that uses the file, then try again.',
  }),
  'source-unreachable': (subject) => ({
    what: `The package source ${named(subject, '')} cannot be reached, or the connection broke.`,
    safe: `${keptPackages} You can work without the network.`,
    next: 'Check the cable, the address or the USB stick, then try again; the download continues where it stopped.',
  }),
  'source-empty': (subject) => ({
    what: `No packages were found in ${named(subject, 'this source')}.`,
    safe: keptPackages,
    next: 'Choose the folder that the publisher gave you (it holds metadata and targets), or check the address.',
  }),
  'wrong-key': (subject) => ({
    what: `${named(subject, 'The package')} was not signed by the known publisher and was refused.`,
    safe: keptPackages,
    next: 'Stop using this source and compare the publisher’s fingerprint with the bureau.',
  }),
  tampered: (subject) => ({
    what: `${named(subject, 'The package')} does not match its signature: it is damaged or was altered, and was refused.`,
    safe: keptPackages,
    next: 'Copy or download it again; if this happens again, contact the bureau.',
  }),
  truncated: (subject) => ({
    what: `${named(subject, 'The file')} is incomplete; the copy may have been interrupted.`,
    safe: keptPackages,
    next: 'Copy it again (of a package the whole folder) and wait until the stick may be pulled out.',
  }),
  older: (subject) => ({
    what: `${named(subject, 'The package')} is older than what is here and was not installed.`,
    safe: keptPackages,
    next: 'Ask the bureau for the latest packages; if these are the latest, compare the version number with the bureau.',
  }),
  newer: (subject) => ({
    what: `${named(subject, 'The file')} was made by a newer version of this program and cannot be read here.`,
    safe: keptWork,
    next: 'Update this program and open the file again; keep the file.',
  }),
  expired: (subject, at = '') => ({
    what: `The signature of ${named(subject, 'the package')} is past its date${at && ` (valid until ${at.slice(0, 10)})`}; nothing new was installed.`,
    safe: `${keptPackages} What is installed stays usable.`,
    next: 'Check the date and time of this computer first; if they are right, ask the bureau for newly signed packages.',
  }),
  'too-large': (subject) => ({
    what: `${named(subject, 'The package')} is larger than allowed; reading was stopped.`,
    safe: keptPackages,
    next: 'Check that the source is the right one; if it is, contact the bureau.',
  }),
  'not-understood': (subject) => ({
    what: `This program does not understand ${named(subject, 'the package')}; a newer version may have made it.`,
    safe: keptPackages,
    next: 'Update this program and try again; if it is up to date, contact the bureau.',
  }),
  'other-publisher': (subject) => ({
    what: `${named(subject, 'The package')} already comes from another publisher and was not replaced.`,
    safe: keptPackages,
    next: 'To change the publisher, remove the old source under Packages first, then update again.',
  }),
  'not-withdrawn': (subject) => ({
    what: `The new version of ${named(subject, 'the package')} lacks content that it does not declare withdrawn; it was not installed.`,
    safe: keptPackages,
    next: 'Ask the bureau: the publisher has to check it and publish again.',
  }),
  metered: (subject) => ({
    what: `${named(subject, 'The download')} has reached this month’s limit for metered networks and was stopped.`,
    safe: `${keptPackages} What was downloaded is not downloaded twice.`,
    next: 'Use a stick or the local network, wait for the next month, or press “Download anyway”.',
  }),
  'disk-full': (subject) => ({
    what: `The disk is full; ${named(subject, 'the file')} was not written.`,
    safe: keptWork,
    next: 'Free some space and try again.',
  }),
  'read-only': (subject) => ({
    what: `${named(subject, 'The place')} cannot be written to: it is read-only.`,
    safe: keptWork,
    next: 'Open the write protection of the stick, or choose another place.',
  }),
  'place-gone': (subject) => ({
    what: `The stick or folder of ${named(subject, 'the file')} is gone.`,
    safe: keptWork,
    next: 'Insert the stick again or choose the folder again, then try again.',
  }),
  'no-permission': (subject) => ({
    what: `You may not read or write ${named(subject, 'this place')}.`,
    safe: keptWork,
    next: 'Choose a place that you may write to, or ask the administrator.',
  }),
  'verify-mismatch': (subject) => ({
    what: `${named(subject, 'The file')} reads back differently from what was written; the stick may be faulty.`,
    safe: 'The originals on this computer are unchanged; do not use the bad copy.',
    next: 'Export again to another stick.',
  }),
  'write-failed': (subject) => ({
    what: `${named(subject, 'The file')} could not be written.`,
    safe: keptWork,
    next: 'Try again; if it fails again, choose another place and give the log to the administrator.',
  }),
  'publish-refused': (subject: string) => ({
    what: `Not done: ${subject}`,
    safe: 'The bank and the versions published before are unchanged.',
    next: 'Mend what is said above, then try again.',
  }),
  'key-locked': (subject) => ({
    what: `The key ${subject ? `“${subject}” ` : ''}is protected; its passphrase is missing or wrong.`,
    safe: 'Nothing was signed and the key is unchanged.',
    next: 'Enter the passphrase and try again.',
  }),
  'upload-refused': (subject) => ({
    what: `The server ${subject ? `“${subject}” ` : ''}refused the upload: wrong user name, password or rights.`,
    safe: 'What was published there before stays usable.',
    next: 'Check the user name, the password and the address, or ask the server’s administrator for write access.',
  }),
  'wrong-code': () => ({
    what: 'The start code is wrong.',
    safe: 'The paper was not opened and nothing of it was revealed.',
    next: 'Check the code that was read out, telling letters and digits apart, and try again.',
  }),
  'too-many-tries': () => ({
    what: 'Too many wrong tries; you have to wait a little.',
    safe: 'The paper and all saved records are unchanged.',
    next: 'Try again after the time that is shown.',
  }),
  'not-for-us': (subject) => ({
    what: `${named(subject, 'The file')} cannot be opened: it was not sent to this computer.`,
    safe: 'Nothing was imported; existing records are unchanged.',
    next: 'Check that the file comes from a branch that received this bureau’s packages; if the bureau changed its receiving key, open it where the former key is kept.',
  }),
  'wrong-pin': () => ({
    what: 'The PIN is wrong.',
    safe: 'All study and exam records are unchanged.',
    next: 'Try again; if the PIN is forgotten, ask whoever looks after this computer to reset it in the settings.',
  }),
  'unsafe-file': (subject) => ({
    what: `This kind of file is not opened from here${subject ? ` (“${subject}”)` : ''}.`,
    safe: 'The file is kept as it is; it was not changed and not run.',
    next: 'Use “Save a copy” to put it into a folder or on a stick, and open it there once you are sure where it comes from.',
  }),
  'journal-failed': (subject) => ({
    what: `What you just did was not saved${subject ? ` (“${subject}”)` : ''}.`,
    safe: 'Everything that was shown as saved before is there.',
    next: 'Check the disk space and do it again; do not switch off before it is saved.',
  }),
};
