import type { projectBars as master } from '../../zh/projects/bars.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const monthName = (month: number): string => months[month - 1] ?? String(month);
const days = (count: number): string => `${count} day${count === 1 ? '' : 's'}`;

export const projectBars: typeof master = {
  label: 'Time bars',
  tools: 'Settings of the time bars',
  scale: 'Time scale',
  units: { fit: 'Show all', day: 'Days', week: 'Weeks', month: 'Months', quarter: 'Quarters' },
  upper: {
    month: (year, month) => `${monthName(month)} ${year}`,
    year: (year) => String(year),
  },
  lower: {
    day: (_month, day) => String(day),
    week: (month, day) => `${day} ${monthName(month)}`,
    month: monthName,
    quarter: (month) => `Q${Math.ceil(month / 3)}`,
  },
  noHolidays: (text) => `${text} (no holidays known)`,
  today: 'Today',
  unnamed: 'Node without a name',
  done: '✓ Done',
  overdue: (count) => `⚠ Overdue by ${days(count)}`,
  late: (count) => `Done ${days(count)} late`,
  percent: (percent) => `${percent}%`,
  moved: 'Changed',
  added: 'Added after approval',
  half: 'A date is missing',
  reversed: '⚠ Finishes before it starts',
  moving: (title, start, finish) => `${title}: ${start || 'not set'} to ${finish || 'not set'}`,
  workdays: (count, known) =>
    `, ${count} workday${count === 1 ? '' : 's'}${known ? '' : ' (no holidays known of that year, Monday to Friday counted)'}`,
  confirm: 'Enter to confirm, Esc to cancel',
  name: (row, title, start, finish) => `Row ${row}, ${title}, planned ${start || 'not set'} to ${finish || 'not set'}`,
  nameApproved: (start, finish) => `approved ${start || 'not set'} to ${finish || 'not set'}`,
  nameActual: (start, finish) => `actual ${start || 'not entered'} to ${finish || 'not finished'}`,
  comma: ', ',
  keysTitle: 'Legend and how to use the bars',
  keys: 'Drag a bar to move its node, drag its ends to change the start or the finish. Keys: Tab to the bars, ↑↓ for another node, Alt+←→ moves by a day, Alt+Shift+←→ changes the finish, Enter confirms, Esc cancels. Dates of an approved plan ask for a reason.',
  legend: {
    plan: 'Planned',
    progress: 'Done so far',
    overdue: 'Overdue (hatched)',
    approved: 'As approved',
    actual: 'Actual',
    milestone: 'Node of one day',
    off: 'Day off',
    today: 'Today',
  },
};
