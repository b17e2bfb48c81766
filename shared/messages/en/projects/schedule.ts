import type { projectSchedule as master } from '../../zh/projects/schedule.ts';

export const projectSchedule: typeof master = {
  lights: { green: '● Green: on time', yellow: '▲ Yellow: watch', red: '■ Red: late' },
  withoutCalendar: (years) =>
    `The public holidays of ${years.join(', ')} are not known yet. Workdays of these years are reckoned as Monday to Friday and are only a guide.`,
  withoutCalendarNext:
    'Once the State Council has published its notice, the bureau sends it with the rules package. Import the package and all dates are reckoned anew.',
  toPackages: 'Import a package',
  waitsFor: (title, owner) => (owner === '' ? `“${title}”` : `“${title}” (${owner})`),
  unnamed: 'unnamed node',
};
