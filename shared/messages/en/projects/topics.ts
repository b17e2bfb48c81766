import type { projectTopics as master } from '../../zh/projects/topics.ts';

export const projectTopics: typeof master = {
  title: 'Topics',
  back: 'Back to the register',
  intro: 'Topics that the bureau assigned, and topics that branches may claim. Create a project of your own choice in the register.',
  noPackage: 'No package of projects from the bureau is installed here, so there are no topics to take up.',
  noPackageNext: 'Check for updates under “Packages”, or plug in the bureau’s drive.',
  toPackages: 'Check for updates',
  unit: (unit) => `As seen by your unit, “${unit}”.`,

  assigned: {
    title: 'Assigned topics',
    none: 'No topic is assigned to your unit.',
    due: (day) => `Apply by ${day}`,
  },

  offers: {
    title: 'Topics to claim',
    none: 'There are no topics to claim now.',
    window: (from, to) => `To be claimed from ${from} to ${to}`,
    places: (count) => (count === 1 ? '1 place' : `${count} places`),
    ruleTitle: 'How it is decided',
    rule: 'Of the valid claims the one that was signed first wins (to the minute); in the same minute the unit with fewer projects this year; then a lot that is reckoned from the ids of topic and unit, which nobody can influence.',
    standings: {
      before: 'Not open yet',
      open: 'Open',
      closed: 'Closed',
      foreign: 'Not for your unit',
      claimed: 'Claimed, not decided yet',
      won: '✓ Won',
      lost: 'Not won',
      archived: 'Stopped by the bureau',
    },
    claim: 'Claim',
    claimNamed: (title) => `Claim “${title}”`,
    claimedAt: (at, secretary) => `Claimed by your unit on ${at}, secretary ${secretary}.`,
    toSend: 'A claim counts only once the bureau has it: export a bundle under “Send”.',
    sendLink: 'Send',
    withdraw: 'Withdraw the claim',
    withdrawTitle: 'Withdraw the claim?',
    withdrawBody: (title) =>
      `Your unit then no longer takes part in “${title}”. If it was sent already, send again so that the bureau knows.`,
    withdrawn: (at) => `The claim of ${at} was withdrawn.`,
  },

  topic: { specialty: 'Specialty', problem: 'Problem', expected: 'Expected effect' },

  claim: {
    title: (title) => `Claim “${title}”`,
    unit: 'Unit',
    branch: 'Branch',
    secretary: 'Secretary (required)',
    reason: 'Why your branch (required)',
    clock: (now) => `The date is that of this computer’s clock: ${now}. If it is wrong, correct it in the system first.`,
    signed: 'The claim is signed with this computer’s key and cannot be changed; you can withdraw it and claim again.',
    sign: 'Sign the claim',
    needSecretary: 'Enter the secretary.',
    needReason: 'Write why your branch should have it.',
    closedMeanwhile: 'It cannot be claimed now; nothing was signed.',
  },

  decision: {
    title: 'The bureau’s decision',
    columns: { place: 'Place', unit: 'Unit', secretary: 'Secretary', at: 'Signed', result: 'Result' },
    won: '✓ has the topic',
    notWon: 'not chosen',
    invalid: (reasons) => `invalid: ${reasons}`,
    notWonBy: (reason) => `not chosen (${reason})`,
    own: ' (your unit)',
    on: (at, by) => (by === '' ? `Decided on ${at}` : `Decided on ${at} by ${by}`),
    comma: ', ',
    faults: {
      'not-genuine': 'the signature does not hold',
      withdrawn: 'withdrawn',
      'not-eligible': 'not among the units that may claim',
      'too-early': 'before the opening',
      'too-late': 'after the end',
      incomplete: 'incomplete',
      'same-unit': 'the unit has an earlier claim',
    },
    partedBy: {
      date: 'signed later',
      fewerProjects: 'same minute, more projects this year',
      lot: 'same minute and number of projects, by lot',
      none: '',
    },
  },

  create: 'Create the project',
  createNamed: (title) => `Create the project for “${title}”`,
  openProject: 'Open the project',
  openNamed: (title) => `Open the project “${title}”`,
};
