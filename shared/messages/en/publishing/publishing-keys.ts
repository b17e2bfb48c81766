import type { publishingKeys as keysMaster, rotation as rotationMaster } from '../../zh/publishing/publishing-keys.ts';
import { counted } from '../counted.ts';

export const publishingKeys: typeof keysMaster = {
  roles: { root: 'root key', online: 'publishing key' },
  uses: {
    root: 'Needed only to replace keys and to renew the root. It lies in the safe, not on this computer.',
    online:
      'Needed for each publication; it stays on this computer. If it is lost or leaks, the root key replaces it and offices notice nothing.',
  },
  none: 'No key yet. The first publication makes it.',
  one: '1 key, which has to sign.',
  many: (keys, threshold) => `${keys} keys, ${threshold} of which have to sign.`,
  columns: { id: 'Number', here: 'Where it lies' },
  here: { open: 'On this computer, no passphrase', sealed: 'On this computer, with a passphrase', elsewhere: 'Not on this computer' },
  locked: 'locked',
  unlocked: 'unlocked until the program ends',
  exported: (date) => `The present keys were exported for the safe on ${date}.`,
  notExported: 'The present keys were not exported for the safe yet.',
  unlockFirst: 'Unlock it before it is exported.',

  unlock: 'Unlock…',
  protect: 'Set a passphrase…',
  change: 'Change the passphrase…',
  open: 'Remove the passphrase…',
  export: 'Export for the safe…',
  take: 'Take off this computer…',
  bring: 'Import…',

  passphrase: 'Passphrase',
  current: 'Present passphrase',
  fresh: 'New passphrase (at least 8 characters)',
  again: 'Once more',
  problems: {
    short: 'A passphrase has at least 8 characters.',
    different: 'The two passphrases differ.',
    missing: 'Enter the passphrase.',
  },
  capsLock: 'Caps Lock is on.',
  working: 'Please wait…',
  wrong: 'The passphrase is wrong. Enter it again.',

  unlockDialog: {
    title: (role) => `Unlock the ${role}`,
    text: 'It stays unlocked until the program ends; the passphrase is not stored.',
    confirm: 'Unlock',
  },
  protectDialog: {
    title: (role) => `Set a passphrase for the ${role}`,
    text: 'From now on it is asked for before the first signature after each start. A forgotten passphrase cannot be found again: export the key for the safe too, and keep the passphrase on paper elsewhere.',
    confirm: 'Set the passphrase',
  },
  changeDialog: {
    title: (role) => `Change the passphrase of the ${role}`,
    text: 'This computer takes the new passphrase; files that were exported before keep their own.',
    confirm: 'Change the passphrase',
  },
  openDialog: {
    title: (role) => `Remove the passphrase of the ${role}`,
    text: 'After that, whoever can use this computer can sign with it.',
    confirm: 'Remove the passphrase',
  },
  exportDialog: {
    title: (role) => `Export the ${role} for the safe`,
    text: 'It is written as an encrypted file, read back and opened for a trial. This passphrase belongs to that file only and may differ from the one on this computer; without it the file is worthless.',
    place: 'Export to',
    needPlace: 'Choose first where to export to.',
    fresh: 'Passphrase of the file (at least 8 characters)',
    confirm: 'Export',
    working: 'Exporting and reading back…',
    done: (folder) => `Exported to: ${folder}`,
    proven: 'The file was read back and opened; it works.',
    canUnplug: 'The stick can be pulled out.',
    safe: 'Put the stick into the safe and keep the passphrase on paper elsewhere. Two copies in two places are better.',
    split: 'Each key is a file of its own: put them on different sticks and give them to different people.',
    files: 'Exported files',
  },
  takeDialog: {
    title: 'Take the root key off this computer?',
    text: 'Publishing goes on as before. To replace keys or renew the root, import the exported file.',
    notYet: 'It was not exported for the safe yet and cannot be taken off. Press “Export for the safe” first.',
    check: 'The exported file and its passphrase are in safe places',
    confirm: 'Take off this computer',
  },
  bringDialog: {
    title: 'Import a key',
    text: 'Take the exported file (.age) out of the safe. Enter its passphrase first, then choose the file; several files are imported one by one.',
    passphrase: 'Passphrase of the exported file',
    confirm: 'Choose the key file…',
  },
  done: {
    unlocked: (role) => `The ${role} is unlocked.`,
    protected: (role) => `The ${role} has a passphrase now.`,
    changed: (role) => `The passphrase of the ${role} was changed.`,
    opened: (role) => `The passphrase of the ${role} was removed.`,
    taken: 'The root key was taken off this computer.',
    brought: (role) => `The ${role} was imported.`,
  },
};

export const rotation: typeof rotationMaster = {
  hint: 'For keys in trouble and validity that runs out. The fingerprint always stays, so offices compare nothing again.',
  cases: {
    online: {
      title: 'Replace the publishing key',
      when: 'When the publishing computer was lost or used by others, or the key may have leaked or cannot be opened.',
      needs: 'Needs the root key.',
      effect: 'Everything is signed anew with a new publishing key; the old one is worthless from then on.',
    },
    root: {
      title: 'Replace the root key',
      when: 'When the root key may have leaked, its keeper changes, or several people are to keep it together.',
      needs: 'Needs the present root key.',
      effect: 'The old root key vouches for the new one and is worthless from then on.',
    },
    renewal: {
      title: 'Renew',
      when: 'When the validity runs out or has run out.',
      needs: 'What is signed needs the publishing key; the root needs the root key.',
      effect: 'Content and keys stay; only the validity grows.',
    },
  },
  begin: 'Begin',
  unseen:
    'What offices will notice: nothing, and they have nothing to do. The fingerprint stays, the next check for updates recognises it, and what is installed and recorded is not touched.',
  step: (step, steps) => `Step ${step} of ${steps}`,
  steps: { prepare: 'Prepare', confirm: 'Confirm', result: 'Done' },
  back: 'Back',
  next: 'Next',

  nothingYet: 'Nothing has been published yet, so there are no keys to replace.',
  ready: 'All keys that are needed are on this computer.',
  locked: (role) => `The ${role} has a passphrase. Unlock it first.`,
  missing: (role, missing) =>
    `The ${role} is not on this computer; ${counted(missing, 'key has', 'keys have')} to be imported. Take the exported file out of the safe.`,
  rootLost:
    'If all root keys are lost, nothing can be replaced: a new publishing folder has to be begun, and every office compares a new fingerprint.',

  howMany: 'New root keys',
  single: '1 key: one keeper, the simplest',
  shared: '3 keys, 2 of which have to sign: one may be lost, and nobody can replace keys alone',
  what: 'What to renew',
  everything: (date) => `What is signed (valid until ${date}): about 13 more months, no root key needed`,
  rootOnly: (date) => `The root (valid until ${date}): 10 more years, needs the root key`,

  afterwards: 'Afterwards',
  later: (what) => `Afterwards: ${what}`,
  uploadNext: 'Upload to all places, and renew the sticks that were given away. What is not uploaded keeps the old signatures.',
  exportNext: (role) => `Export the new ${role} for the safe; the old exported files are worthless.`,
  takeNext: 'Take the root key off this computer, back into the safe.',
  toUpload: 'Upload',
  toKeys: 'Keys',
  confirm: {
    online: 'Replace the publishing key',
    root: 'Replace the root key',
    renew: 'Renew the root',
    'sign-again': 'Renew what is signed',
  },
  running: 'Making keys, signing and writing…',
  done: {
    online: 'The publishing key was replaced and everything signed anew.',
    root: 'The root key was replaced.',
    renew: 'The root was renewed.',
    'sign-again': 'What is signed was renewed.',
  },
  version: (version) => `The root is now version ${version}.`,
  sameFingerprint: 'The fingerprint stays: ',
};
