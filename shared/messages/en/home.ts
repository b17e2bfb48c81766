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
  begin: (section) => `Study: begin with “${section}”`,
  beginAction: 'Begin',
  goOn: (section) => `Study: go on with “${section}”`,
  goOnAction: 'Go on',
  weakest: (section, topic, percent, answers) =>
    `Weakest topic: ${topic === '' ? section : `${topic} (${section})`}, ${percent}% mastered (${answers} answered)`,
  weakestAction: 'Practise 20 questions',
  forecast: (expected, low, high) => `A mock test now would bring about ${expected} (${low} to ${high}) out of 100`,
  forecastAction: 'Blind spots and forecast',
  mistakes: (count) => (count === 1 ? '1 question in your mistakes list' : `${count} questions in your mistakes list`),
  mistakesAction: 'Practise them',
  overdue: (count) => (count === 1 ? '1 project node is overdue' : `${count} project nodes are overdue`),
  dueSoon: (count) => (count === 1 ? '1 project node is due soon' : `${count} project nodes are due soon`),
  nodeOf: (title, owner, project) => `${title || 'unnamed node'} (${owner || 'no owner'}), “${project}”`,
  overdueNode: (node, date, days) => `${node}: was due on ${date}, ${days} ${days === 1 ? 'day' : 'days'} late`,
  dueNode: (node, date, days) => (days === 0 ? `${node}: due today` : `${node}: due on ${date}, in ${days} ${days === 1 ? 'day' : 'days'}`),
  moreNodes: (count) => `${count} more`,
  nextNode: 'Next project node',
  waitsFor: (nodes) => `; waits for ${nodes.join(', ')}`,
  reportDue: (count, project, month, date) =>
    count === 1
      ? `Monthly report ${month} of “${project}” is due by ${date}`
      : `${count} projects owe their monthly report ${month} by ${date}`,
  reportMissing: (count, project, months) =>
    count === 1
      ? `“${project}” lacks ${months === 1 ? 'a monthly report' : `${months} monthly reports`}`
      : `${count} projects lack monthly reports, ${months} in all`,
  reportAction: 'Write it',
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
