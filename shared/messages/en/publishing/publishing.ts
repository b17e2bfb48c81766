import type { publishing as master } from '../../zh/publishing/publishing.ts';
import { counted } from '../counted.ts';

export const publishing: typeof master = {
  title: 'Publishing',
  tabsName: 'Parts of publishing',
  tabs: { overview: 'Overview', destinations: 'Upload', keys: 'Keys', rotation: 'Replace and renew' },

  advice: {
    title: 'To be done',
    expired: (date) =>
      `What is signed expired on ${date}: offices cannot install new versions (what is installed stays usable). Renew, then upload.`,
    'root-expired': (date) =>
      `The root expired on ${date}: offices cannot install new versions (what is installed stays usable). Renew, then upload.`,
    expires: (date, days) => `What is signed is valid until ${date}, ${counted(days, 'more day')}. Renew, then upload.`,
    'root-expires': (date, days) => `The root is valid until ${date}, ${counted(days, 'more day')}. Renew, then upload.`,
    'not-exported':
      'The root key was never exported for the safe. If this computer breaks, it is lost: publishing begins anew, and every office has to compare a new fingerprint.',
    'root-open': 'The root key lies on this computer without a passphrase. Export it and take it off this computer, or set a passphrase.',
    'not-uploaded': (places) => `Never uploaded to, or lacking a newer version: ${places.join(', ')}.`,
    'upload-failed': (places) => `The last upload failed: ${places.join(', ')}.`,
    toRotation: 'Renew',
    toKeys: 'Keys',
    toDestinations: 'Upload',
    nothing: 'Nothing waits to be done.',
  },

  overview: {
    emptyTitle: 'Nothing has been published yet',
    empty:
      'Open a bank under “Question banks” and make a signed package of it under “Publish”. After that the fingerprint and the validity are shown here, and it can be uploaded to a server or a stick.',
    toBanks: 'Question banks',
    repository: 'Publishing folder',
    repositoryGone:
      'This folder cannot be found now. Insert the stick or connect the network drive, then press “Refresh”; nothing is lost.',
    repositoryThere: 'Available',
    refresh: 'Refresh',
    fingerprint: 'Fingerprint of the publisher',
    fingerprintHint: 'An office calls to compare it when it adds the source; read it out group by group. It stays when keys are replaced.',
    copy: 'Copy',
    copied: 'Copied.',
    notCopied: 'It was not copied. Select the fingerprint and press Ctrl+C.',
    validity: 'Validity',
    expires: 'What is signed',
    rootExpires: 'Root',
    until: (date) => `until ${date}`,
    left: (days) => counted(days, 'more day'),
    expired: 'Expired',
    published: 'Published packages',
    nothingPublished: 'The publishing folder has no packages yet.',
    columns: { title: 'Title', name: 'Name', kind: 'Kind', version: 'Version', issued: 'Published', items: 'Items' },
    version: (version) => `Version ${version}`,
  },

  destinations: {
    title: 'Where to upload',
    whole:
      'New files go first, the list of versions is replaced last: if it breaks off, readers still see the last complete publication, and the next upload goes on from there.',
    empty: 'No place to upload to yet. Add a stick or shared folder, a web server (WebDAV), or an S3-compatible store.',
    add: 'Add a place…',
    addTitle: 'Add a place to upload to',
    kind: 'Kind of place',
    kinds: { folder: 'Stick or folder', webdav: 'Web server (WebDAV)', s3: 'Object store (S3-compatible)' },
    place: 'Write to',
    needPlace: 'Choose a stick or a folder.',
    url: 'Address',
    urlHint: { webdav: 'e.g. https://10.0.0.5/sanxun/', s3: 'Endpoint with the bucket, e.g. https://s3.example.com/sanxun' },
    plainHint: 'An address that begins with http:// is not encrypted: only for the bureau’s own network.',
    notAnAddress: 'Enter a full address that begins with http:// or https://.',
    user: 'User name (may be empty)',
    password: 'Password (may be empty)',
    region: 'Region',
    regionHint: 'For a store of your own it usually stays as it is.',
    accessKey: 'Access key ID',
    secretKey: 'Secret access key',
    needKeys: 'Enter the region, the access key ID and the secret access key.',
    secretsHint:
      'Passwords are encrypted by the operating system, kept on this computer, and not shown again; where the system cannot keep them, they are entered again after the program ends.',
    save: 'Add',
    last: (how) => `Last upload: ${how}`,
    never: 'Never',
    outdated: 'Something was signed since; upload it again.',
    success: (time) => `${time} done`,
    failure: (time, what) => `${time} failed: ${what}`,
    upload: 'Upload',
    uploadAll: 'Upload to all',
    nothingToUpload: 'Nothing has been published yet, so there is nothing to upload.',
    secretsAgain: 'Enter the password again…',
    remove: 'Remove',
    removeTitle: 'Remove this place?',
    removeText: (label) =>
      `Nothing more is uploaded to “${label}”, and its stored password is deleted. What lies there stays as it is, and offices can go on using it.`,
    waiting: 'Waiting for its turn',
    phases: {
      metadata: 'Looking at what is there…',
      download: 'Reading…',
      read: 'Reading…',
      check: 'Looking at what is there…',
      write: 'Uploading…',
      verify: 'Reading back and comparing…',
    },
    progress: (done, total) => `${done} of ${total}`,
    remaining: (seconds) =>
      seconds < 60
        ? 'less than a minute left'
        : seconds < 5_400
          ? `about ${counted(Math.ceil(seconds / 60), 'minute')} left`
          : `about ${counted(Math.round(seconds / 3_600), 'hour')} left`,
    stop: 'Stop',
    stopping: 'Stopping…',
    done: (label) => `Uploaded to: ${label}`,
    amounts: (files, bytes, written, writtenBytes) =>
      `${counted(files, 'file')}, ${bytes}; ${counted(written, 'file')}, ${writtenBytes} written now, the rest was there already.`,
    canUnplug: 'The stick can be pulled out.',
    cancelled: (label) =>
      `The upload to “${label}” was stopped. Readers still see the last complete publication; “Upload” goes on from where it stopped.`,
  },
};
