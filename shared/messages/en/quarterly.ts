import type { quarterly as master } from '../zh/quarterly.ts';

const counted = (count: number, one: string, more = `${one}s`): string => `${count} ${count === 1 ? one : more}`;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export const quarterly: typeof master = {
  page: 'Exams',
  title: 'Quarterly exam',
  mocks: 'Mock tests',
  none: 'No quarterly exam is on this computer yet. When the bureau sends one, install it under Packages; study and mock tests go on as always.',
  quarter: (year, number) => `Q${number} ${year}`,
  moment: (month, day, time) => `${day} ${months[month - 1] ?? month} ${time}`,
  window: (from, to) => `Open from ${from} to ${to}`,
  facts: (questions, minutes, full, passLine) =>
    `${counted(questions, 'question')} · ${minutes} min · full score ${full} · ${passLine}% passes`,
  listed: 'You are on the list of this exam.',
  unlisted: 'You are not on the list of this exam. You may sit it; the bureau decides what it counts for.',
  makeUp: 'This is a make-up exam.',
  states: { before: 'Not open yet', open: 'Open now', closed: 'Closed', sitting: 'Under way', done: 'Handed in' },
  before: 'The paper is on this computer. Enter the start code when the exam opens.',
  open: 'Enter the start code to begin.',
  closed: 'By this computer’s clock the exam has closed. If the bureau says that you may begin, the start code still works.',
  enter: 'Go to the exam',
  enterNamed: (title) => `Go to the exam: ${title}`,
  resume: 'Go on',
  receipt: 'Receipt code',
  receiptNamed: (title) => `Receipt code: ${title}`,
  left: (time) => `Time left ${time}; the clock runs until you hand in.`,
  gone: 'This exam was not found. Look under Packages whether its package is installed.',
  back: 'Back to exams',

  rules: {
    title: 'Before you begin',
    who: (name, unit) => `Candidate: ${name} (${unit}). If this is not you, change the person on the left first.`,
    once: 'One attempt each; several people may sit it on one computer, one after another.',
    saved:
      'Every answer is written to the disk by itself; once “Saved” shows, a power cut cannot lose it. After a power cut or restart you go on with the time you had left.',
    clock: (minutes) =>
      `The clock runs for ${counted(minutes, 'minute')} once you press “Begin”; then the paper is handed in by itself. Changing the date does not change it.`,
    closing: 'Whoever is not done when the exam closes may go on until their own time is used up.',
    away: 'The exam fills the screen; Esc leaves the full screen and nothing is ever locked. How often and how long the window was left is reported with the result.',
    release: {
      all: 'Score and answers show when you hand in.',
      score: 'The score shows when you hand in; the answers once the exam has closed.',
      key: 'Score and answers show once the bureau has published them.',
    },
    leaving:
      'What is reported: name, staff number, unit, branch, the course of answering and its times. It is encrypted; only the bureau can open it.',
  },

  code: {
    title: 'Start code',
    hint: 'The bureau gives the start code when the exam opens: 12 letters and digits in three groups. Capital or small makes no difference; O counts as 0, I and L as 1.',
    group: (number) => `Start code, group ${number}`,
    unseal: 'Open the paper',
    unsealing: 'Opening; this takes a few seconds…',
    incomplete: 'A start code has 12 letters and digits. Fill all three groups.',
    left: (tries) => `${tries} more tries; after that every wrong code costs a wait.`,
    wait: (seconds) => `Wait ${counted(seconds, 'second')} before the next try. Neither a restart nor changing the date shortens it.`,
    early: (now, opens) =>
      `This computer’s clock says ${now}; the exam opens at ${opens}. If the bureau has already given the start code, this clock may be wrong and you can begin all the same. Check the clock afterwards.`,
    late: (now, closes) =>
      `This computer’s clock says ${now}; the exam closed at ${closes}. If the exam is in fact still open, this clock may be wrong and you can begin all the same; the bureau decides what it counts for.`,
  },

  ready: {
    title: 'The paper is open',
    variant: (name) => `Your paper: ${name}`,
    facts: (questions, minutes, full) => `${counted(questions, 'question')}, full score ${full}, ${counted(minutes, 'minute')}.`,
    begin: 'Begin',
    beginning: 'Beginning…',
  },

  sit: {
    away: (times) => `Left ${counted(times, 'time')}; this is reported with the result.`,
    neverAway: 'The exam window was never left.',
    leave: 'Leave this page (the clock goes on)',
    closed: (minutes) => `The exam has closed. You have begun, so you may go on until your ${counted(minutes, 'minute')} are used up.`,
  },

  done: {
    title: 'Handed in',
    handedIn: (at, how) => `${at} ${how}`,
    receipt: 'Receipt code',
    readOut: 'Read this code out to the bureau. It gets the same code from your answers when they arrive.',
    sealing: 'Sealing the answers…',
    sealed: 'The answers are sealed on this computer and wait to be sent.',
    notSealed: 'The answers are not sealed yet; all of them are on this computer. It is tried again; you can also press “Try again”.',
    toOutbox: 'Send answers',
    facts: (away, resumes, jumps) =>
      `On record: left ${counted(away, 'time')}, resumed after a restart ${counted(resumes, 'time')}, clock jumped ${counted(jumps, 'time')}.`,
    shown: {
      nothing: 'Score and answers show here once the bureau has published them.',
      score: (at) => `The answers show once the exam has closed (${at}).`,
    },
    review: 'Review',
    toBureau: (points) => `Short answers worth ${counted(points, 'point')} are marked by the bureau; its result is the final one.`,
    pending: 'To be marked',
  },

  outbox: {
    title: 'Send answers',
    intro:
      'Answers that were handed in lie sealed on this computer. Export them to a USB drive or folder for the bureau; sending twice counts once.',
    leaving:
      'What is in the file: name, staff number, unit, branch, the course of answering and its times. It is encrypted for the bureau only; no names stand in the file’s name.',
    none: 'No answers are waiting. They appear here when an exam is handed in.',
    columns: { choose: 'Choose', person: 'Name', exam: 'Exam', receipt: 'Receipt code', sealed: 'Sealed', state: 'State' },
    choose: (name, title) => `Send ${name}, ${title}`,
    exported: (at) => `Exported ${at}`,
    waiting: 'Not exported',
    place: 'Export to',
    export: 'Export answers',
    needRecord: 'Choose at least one.',
    needPlace: 'Choose a drive or folder.',
    link: (waiting) => (waiting > 0 ? `Send answers (${waiting} not exported)` : 'Send answers'),
  },

  goOn: {
    text: (title, left) => `You have an exam that is not handed in: ${title}, time left ${left}.`,
    action: 'Go on',
  },
};
