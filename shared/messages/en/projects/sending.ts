import type { projectSending as master } from '../../zh/projects/sending.ts';

export const projectSending: typeof master = {
  title: 'Send',
  back: 'Back to the register',
  intro:
    'Projects, claims and reported mistakes go into one sealed bundle, on a stick or in a folder. Only the bureau can open it; sending twice counts once.',
  answers: 'Exam answers are sent from “Exam”.',
  toAnswers: 'Send answers',
  noPackage: 'Nothing can be sent yet: no package of projects from the bureau is installed, so the key to seal with is not known.',
  noPackageNext: 'Check for updates under “Packages”, or plug in the bureau’s drive; then come back.',
  toPackages: 'Check for updates',
  none: 'There is nothing to send. Projects, claims and reported mistakes appear here.',
  list: 'What to send',
  columns: { choose: 'Send', kind: 'Kind', title: 'Name', state: 'State', sent: 'Last exported' },
  choose: (kind, title) => `Send ${kind} “${title}”`,
  kinds: { project: 'Project', claim: 'Claim', correction: 'Reported mistake' },
  states: { new: 'Not sent', changed: 'Changed since sent', sent: '✓ Exported' },
  draft: 'Draft',
  draftHint: 'Drafts are not handed in yet and not chosen by themselves; choose one if the bureau should see it early.',
  sentAt: (at, revision) => `${at} (revision ${revision})`,
  never: '—',
  fields: {
    project:
      'facts of the project (title, number, unit, branch, secretary, contact, specialty, background, problem, measures, effect, indicators), all nodes of the plan, applications and reviews, change orders, notes and monthly reports, with names and positions of who wrote them. Of evidence only name, size and checksum; the files stay here.',
    claim: 'topic, unit, branch, secretary, reason, date, this computer’s signature and public key, and whether it was withdrawn.',
    correction: 'the question’s id and stem, what is wrong, the writer’s name, unit and the time.',
  },
  leaving: 'What leaves this computer',
  leavingKind: (kind, count, what) => `${kind}, ${count}: ${what}`,
  leavingSender:
    'And: unit, branch, the sender’s name, the time, and this computer’s public key. The bundle is sealed; its file name holds only the unit, a count and the time.',
  leavingNothing: 'Nothing is chosen.',
  place: 'Export to',
  export: 'Export the bundle',
  needEntry: 'Choose at least one.',
  allSent: 'There is nothing new to send; choose what should be exported again.',
  needPlace: 'Choose a drive or folder.',
  notNoted: 'The bundle was written, but this computer has not noted it. Press “Note again”; do not export again before that.',
  noteAgain: 'Note again',
  receipts: 'Exported does not mean received: ask the bureau by telephone.',
};
