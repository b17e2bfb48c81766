import type { PlanNode } from '@shared/model/project.ts';
import { linkText, rowNumbers } from '@shared/projects/exchange/dependency-text.ts';
import type { LegalCalendar } from '@shared/projects/schedule/calendar.ts';
import { forecast } from '@shared/projects/schedule/forecast.ts';
import { schedulePlan, type Schedule, type Span } from '@shared/projects/schedule/schedule.ts';

/** What the links and the calendar say of a whole plan: reckoned once for every edit. */
export interface PlanFacts {
  readonly schedule: Schedule;
  readonly forecasts: ReadonlyMap<string, Span>;
}

/** Reckons the facts of a plan, and gives the last ones again where nothing changed that they are reckoned from. */
export function planFactMaker(): (nodes: readonly PlanNode[], calendar: LegalCalendar, today: string) => PlanFacts {
  let last: { nodes: readonly PlanNode[]; calendar: LegalCalendar; today: string; facts: PlanFacts } | null = null;
  return (nodes, calendar, today) => {
    const isSame = last?.calendar === calendar && last.today === today && sameDates(last.nodes, nodes);
    const facts = last && isSame ? last.facts : { schedule: schedulePlan(nodes, calendar), forecasts: forecast(nodes, calendar, today) };
    last = { nodes, calendar, today, facts };
    return facts;
  };
}

const sameDates = (old: readonly PlanNode[], nodes: readonly PlanNode[]): boolean =>
  old.length === nodes.length && nodes.every((node, place) => node === old[place] || sameInReckoning(node, old[place]));

const sameInReckoning = (one: PlanNode, other: PlanNode | undefined): boolean =>
  one.id === other?.id &&
  one.plannedStart === other.plannedStart &&
  one.plannedFinish === other.plannedFinish &&
  one.actualStart === other.actualStart &&
  one.actualFinish === other.actualFinish &&
  one.progress === other.progress &&
  one.dependencies === other.dependencies;

/** A node as its row shows it. */
export interface PlanRow {
  readonly node: PlanNode;
  /** What was approved of it; null before the approval, and for a node that was added later. */
  readonly approved: PlanNode | null;
  /** The phase is that of the row above. */
  readonly repeatsPhase: boolean;
  /** 前置 by row numbers. */
  readonly links: string;
  /** What is wrong with its links. */
  readonly linkFault: 'circle' | 'gone' | null;
  /** The first days that its links allow where it is planned before them; '' where nothing is wrong. */
  readonly startsAfter: string;
  readonly finishesAfter: string;
  /** 预测完成, 'YYYY-MM-DD' or ''. */
  readonly forecast: string;
  /** Files of evidence. */
  readonly evidence: number;
}

interface RowFacts {
  readonly facts: PlanFacts;
  readonly baseline: readonly PlanNode[];
  readonly evidence: ReadonlyMap<string, number>;
}

/** Makes the rows of a plan. It remembers those that it made last: a row in which nothing changed stays the same object and is not drawn again. */
export function planRowMaker(): (nodes: readonly PlanNode[], facts: RowFacts) => readonly PlanRow[] {
  let last: ReadonlyMap<string, PlanRow> = new Map();
  return (nodes, facts) => {
    const rows = planRows(nodes, facts).map((row) => {
      const before = last.get(row.node.id);
      return before && sameRow(before, row) ? before : row;
    });
    last = new Map(rows.map((row) => [row.node.id, row]));
    return rows;
  };
}

function planRows(nodes: readonly PlanNode[], { facts, baseline, evidence }: RowFacts): PlanRow[] {
  const { schedule, forecasts } = facts;
  const numbers = rowNumbers(nodes);
  const approved = new Map(baseline.map((node) => [node.id, node]));
  const circular = new Set(schedule.cycles.flat());
  const gone = new Set(schedule.gone.map(({ nodeId }) => nodeId));
  const [startsAfter, finishesAfter] = latest(schedule);
  return nodes.map((node, place) => ({
    node,
    approved: approved.get(node.id) ?? null,
    repeatsPhase: place > 0 && node.phase !== '' && nodes[place - 1]?.phase === node.phase,
    links: node.dependencies.length === 0 ? '' : linkText(node.dependencies, numbers),
    linkFault: circular.has(node.id) ? 'circle' : gone.has(node.id) ? 'gone' : null,
    startsAfter: startsAfter.get(node.id) ?? '',
    finishesAfter: finishesAfter.get(node.id) ?? '',
    forecast: forecasts.get(node.id)?.finish ?? '',
    evidence: evidence.get(node.id) ?? 0,
  }));
}

/** Of several links that a node breaks, the one that allows it last. */
function latest({ violations }: Schedule): readonly [start: ReadonlyMap<string, string>, finish: ReadonlyMap<string, string>] {
  const found = { plannedStart: new Map<string, string>(), plannedFinish: new Map<string, string>() };
  for (const { nodeId, field, earliest } of violations) {
    if (earliest > (found[field].get(nodeId) ?? '')) found[field].set(nodeId, earliest);
  }
  return [found.plannedStart, found.plannedFinish];
}

/** Field by field, since it is asked for every row after every letter. */
const sameRow = (one: PlanRow, other: PlanRow): boolean =>
  one.node === other.node &&
  one.approved === other.approved &&
  one.repeatsPhase === other.repeatsPhase &&
  one.links === other.links &&
  one.linkFault === other.linkFault &&
  one.startsAfter === other.startsAfter &&
  one.finishesAfter === other.finishesAfter &&
  one.forecast === other.forecast &&
  one.evidence === other.evidence;

/** Whether a node is planned otherwise than it was approved (已调整), or was added since. */
export const isAdjusted = ({ node, approved }: PlanRow): boolean =>
  approved === null || approved.plannedStart !== node.plannedStart || approved.plannedFinish !== node.plannedFinish;
