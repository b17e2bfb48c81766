import type { packageHistory as masterHistory, packageInstalled as masterInstalled } from '../../zh/packages/package-installed.ts';

export const packageInstalled: typeof masterInstalled = {
  title: 'Installed',
  columns: { title: 'Name', version: 'Version', origin: 'From and signed by', actions: 'Actions' },
  issued: (date) => `issued ${date}`,
  installedOn: (date) => `installed ${date}`,
  publisher: (fingerprint) => `fingerprint ${fingerprint}…`,
  starter: 'example that comes with the program',
  validUntil: (date) => `valid until ${date}`,
  expired: 'signatures expired; the content can still be used',
  retired: 'withdrawn by its publisher',
  details: 'Details',
  none: 'No package is installed. Add a source under “Sources” first.',
  facts: {
    kind: 'Kind',
    version: 'Version',
    issued: 'Issued',
    installedAt: 'Installed',
    source: 'From',
    publisher: 'Publisher fingerprint',
    expires: 'Signatures valid until',
    size: 'Size',
    content: 'Content',
    files: 'Files',
    before: { back: 'Version before', forward: 'Newer version' },
  },
  unknown: 'not known',
  beforeFact: (version, issued, until) => `Version ${version} (issued ${issued}), kept until ${until}`,
  noBefore: 'none kept',
  section: (section, count) => `${section} ${count}`,
  items: (count) => (count === 1 ? '1 item' : `${count} items`),
  rollBack: { back: 'Back to the version before', forward: 'Take the newer version' },
  rollBackTitle: {
    back: (title) => `Take “${title}” back to the version before?`,
    forward: (title) => `Take the newer version of “${title}” again?`,
  },
  rollBackBody: {
    back: (now, before, issued) => `It is version ${now} now and becomes version ${before} again (issued ${issued}).`,
    forward: (now, newer, issued) => `It is version ${now} now and becomes the newer version ${newer} again (issued ${issued}).`,
  },
  rollBackUntil: {
    back: (until) => `The version before is kept until ${until}; until then you can go back.`,
    forward: (until) => `The newer version is kept until ${until}; until then you can take it again.`,
  },
  rollBackAgain:
    'Automatic checks will not offer the newer version again; “Check for updates” still lists it, so that you can take it back.',
  changes: 'What will change',
  preparing: 'Preparing…',
};

export const packageHistory: typeof masterHistory = {
  title: 'History',
  hint: 'What was installed, taken back and refused on this computer, and changes of sources, newest first.',
  none: 'Nothing yet. Installed packages and added sources will be listed here.',
  columns: { at: 'Time', event: 'What', subject: 'Of what', source: 'Source and publisher' },
  events: {
    installed: 'Installed',
    'rolled-back': 'Taken back',
    refused: 'Refused',
    trusted: 'Source trusted',
    removed: 'Source removed',
    carried: 'Copied',
    'keys-renewed': 'Keys renewed',
  },
  reason: 'Technical reason',
  publisher: (fingerprint) => `fingerprint ${fingerprint}`,
  last: (count) => `Only the last ${count} are listed.`,
};
