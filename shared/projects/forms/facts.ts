import type { FormRow } from '../../model/form.ts';
import type { Project, TopicSource } from '../../model/project.ts';
import { officialDay, twoFields, wideField } from './cells.ts';

const sources = { self: '自主选题', assigned: '直接交题', claimed: '抢注接题' } as const satisfies Record<TopicSource, string>;

/** What every form of a project begins with. */
export const factRows = (project: Project): FormRow[] => [
  twoFields(['项目编号', project.number], ['选题方式', sources[project.topicSource]]),
  wideField('项目名称', project.title),
  twoFields(['党组织', organisationOf(project)], ['书记', project.secretary]),
  twoFields(['联系人', project.contact], ['起止时间', periodOf(project)]),
];

export const organisationOf = ({ unitName, branch }: Project): string => [unitName, branch].filter(Boolean).join(' ');

function periodOf({ startDate, endDate }: Project): string {
  return startDate === '' && endDate === '' ? '' : `${officialDay(startDate)}至\n${officialDay(endDate)}`;
}
