import type { DifficultyNote, Notes, Refusal, SectionNote, Shortfall } from '../../../exam/assembly/assemble.ts';
import type { Conflict, Wanted } from '../../../exam/assembly/conflicts.ts';
import { never } from '../../../never.ts';
import { bank } from '../bank/bank.ts';

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
const part = (place: number): string => `第${numerals[place] ?? place + 1}部分`;
const idList = (ids: readonly string[]): string => ids.slice(0, 5).join('、') + (ids.length > 5 ? ` 等 ${ids.length} 道` : '');

function wanted(one: Wanted): string {
  switch (one.kind) {
    case 'part':
      return `${part(one.part)}要${bank.types[one.type]} ${one.count} 题（题库可用 ${one.available} 题）`;
    case 'demand': {
      const { section, topic, difficulty, count } = one.demand;
      const about = [section, topic, difficulty && `难度：${bank.difficulties[difficulty]}`].filter(Boolean).join('、');
      return `${part(one.part)}${bank.types[one.type]}中“${about || '任意试题'}”要 ${count} 题（题库可用 ${one.available} 题）`;
    }
    case 'must':
      return `${bank.types[one.type]}“${one.section}”中必选试题 ${one.ids.length} 道（${idList(one.ids)}）`;
    case 'overlap':
      return `两卷相同的试题要 ${one.count} 题`;
    case 'alike':
      return `必选试题 ${one.ids.join(' 与 ')} 问的是同一内容`;
    default:
      return never(one);
  }
}

const conflict = ({ wanted: all, missing }: Conflict): string =>
  all.length === 1
    ? `${all.map(wanted).join('')}，差 ${missing} 题。`
    : `下列要求不能同时满足，至少差 ${missing} 题：${all.map(wanted).join('；')}。`;

const shortfall = ({ type, wanted: count, available, sections }: Shortfall): string => {
  const bySection = sections.map((one) => `${one.section} ${one.available} 题`).join('、');
  return `${bank.types[type]}需要 ${count} 题，题库只有 ${available} 题，差 ${count - available} 题${bySection ? `（${bySection}）` : ''}。`;
};

const section = (note: SectionNote): string =>
  `板块“${note.section}”按比例应出 ${note.wanted} 题，实出 ${note.given} 题，其余由别的板块补足。`;
const difficulty = (note: DifficultyNote): string =>
  `难度“${bank.difficulties[note.difficulty]}”按比例应出 ${note.wanted} 题，实出 ${note.given} 题，其余由别的难度补足。`;

/** Why a paper cannot be drawn, and where a drawn one differs from the shares. */
export const shortage = {
  shortfall,
  conflict,
  absent: (id: string) => `必选试题“${id}”不在所选题库中，或题型不在方案里，或同时列为不选。`,
  lines: ({ shortfalls, conflicts, absent }: Refusal): string[] => [
    ...shortfalls.map(shortfall),
    ...conflicts.map(conflict),
    ...absent.map(shortage.absent),
  ],
  notes: ({ notes, difficultyNotes }: Notes): string[] => [...notes.map(section), ...difficultyNotes.map(difficulty)],
};
