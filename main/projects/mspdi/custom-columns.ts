import type { PlanFileField } from '@shared/model/plan-file.ts';
import { textIn, type XmlElement } from './xml/elements.ts';

/** Custom columns that carry what Microsoft Project has no column for: field, its number and name there, and the name that people see. */
export const customColumns = [
  { field: 'department', id: '188743731', name: 'Text1', alias: '责任部门' },
  { field: 'supporters', id: '188743734', name: 'Text2', alias: '配合单位' },
  { field: 'weight', id: '188743767', name: 'Number1', alias: '权重' },
  /** A whole number in the file's own element; here as it is where it is none. */
  { field: 'progress', id: '188743768', name: 'Number2', alias: '进度%' },
  { field: 'nodeId', id: '188744016', name: 'Text30', alias: '节点标识' },
] as const satisfies readonly {
  readonly field: PlanFileField | 'nodeId';
  readonly id: string;
  readonly name: string;
  readonly alias: string;
}[];

export type CustomField = (typeof customColumns)[number]['field'];

/** Which of our columns a file defines, by their numbers; other people's Text1 is something else. */
export function knownColumns(definitions: readonly XmlElement[]): ReadonlyMap<string, CustomField> {
  const aliases = new Map(definitions.map((one) => [textIn(one, 'fieldid'), textIn(one, 'alias')]));
  return new Map(customColumns.filter(({ id, alias }) => aliases.get(id) === alias).map(({ id, field }) => [id, field]));
}
