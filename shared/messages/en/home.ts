import type { home as master } from '../zh/home.ts';

export const home: typeof master = {
  title: 'Home',
  greeting: (name, unit) => `${name} (${unit})`,
  today: 'Due today',
  resume: (title, left) => `A test is still open: ${title}, ${left} left`,
  resumeAction: 'Continue',
  nextExam: (quarter, date, days) => (days === 0 ? `${quarter} exam: today (${date})` : `${quarter} exam: ${date}, in ${days} days`),
  quarterName: (year, quarter) => `Q${quarter} ${year}`,
  moment: (month, day, time) => `${time} on ${day}/${month}`,
  examOpen: (title, closes) => `Exam open now: ${title}, until ${closes}`,
  examOpenAction: 'To the exam',
  examAhead: (title, opens) => `${title} opens at ${opens}`,
  examAheadAction: 'What to know',
  queue: (count, minutes) =>
    `To study today: ${count === 1 ? '1 question' : `${count} questions`}, about ${minutes === 1 ? '1 minute' : `${minutes} minutes`}`,
  queueAction: 'Begin',
  weakest: (section, topic, percent, answers) =>
    `Weakest topic: ${topic === '' ? section : `${topic} (${section})`}, ${percent}% mastered (${answers} answered)`,
  weakestAction: 'Practise 20 questions',
  forecast: (expected, low, high) => `A mock test now would bring about ${expected} (${low} to ${high}) out of 100`,
  forecastAction: 'Blind spots and forecast',
  mistakes: (count) => (count === 1 ? '1 question in your mistakes list' : `${count} questions in your mistakes list`),
  mistakesAction: 'Practise them',
  overdue: (count) => (count === 1 ? '1 project node is overdue' : `${count} project nodes are overdue`),
  dueSoon: (count) => (count === 1 ? '1 project node is due soon' : `${count} project nodes are due soon`),
  packagesWaiting: (count) =>
    count === 1 ? 'A new version of a data package can be installed' : `${count} new versions of data packages can be installed`,
  packagesAction: 'Have a look',
  plansAction: 'Open the plan',
  nothing: 'Nothing is due. Study a section below, or sit a mock test.',
  sections: 'Progress',
  section: 'Section',
  answered: 'Answered',
  right: 'Correct',
  study: 'Study',
  mockAction: 'Mock test',
};
