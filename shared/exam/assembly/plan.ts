import type { Blueprint } from '../../model/policy.ts';
import { difficulties } from '../../model/question.ts';
import type { Dice } from '../random.ts';
import { isMeant, sizeOf, type Cell, type Sorted } from './cells.ts';
import { claimsOf, type Claim } from './claims.ts';
import { aimAt } from './goals.ts';
import { ProgramBuilder, type Row } from './program/program.ts';
import { solve } from './program/solve.ts';

/** How many questions a part takes out of a cell, for one paper or for two. */
export interface Share {
  readonly part: number;
  readonly cell: Cell;
  /** Questions of one paper; of two papers, pairs of different questions, one for each. */
  readonly own: number;
  /** Questions that stand on both papers; 0 where there is one. */
  readonly shared: number;
}

/** What is planned: one paper, or two that have so many questions in common. */
export type Papers = { readonly kind: 'one' } | { readonly kind: 'two'; readonly shared: number; readonly pairsIn: (cell: Cell) => number };

export interface Planning {
  readonly blueprint: Blueprint;
  readonly sorted: Sorted;
  readonly papers: Papers;
  readonly dice: Dice;
}

// Each aim outweighs all that come after it.
const sectionWeight = 1e6;
const difficultyWeight = 1e3;
const tableWeight = 1;
const usedPrice = 0.2;
/** Rolled, so that chance decides where nothing else does. */
const luck = 1e-3;

/**
 * How many questions each part takes out of each cell, so that all claims hold. Of the ways to do it, the one whose
 * sections lie closest to their shares (sum of squares: largest remainder where the pool allows), of these whose
 * difficulties do, then whose parts do by themselves, then with fewer questions that were used before. Null where the
 * claims cannot all hold.
 */
export function planShares(planning: Planning): Share[] | null {
  const program = new ProgramBuilder();
  const places = claimPlaces(program, planning);
  for (const claim of claimsOf(planning)) holdClaim(program, claim, { ...planning, places }, []);
  addAims(program, places, planning);
  const values = solve(program);
  return values && places.map(({ part, cell, own, shared }) => ({ part, cell, own: sumOf(values, own), shared: sumOf(values, shared) }));
}

/** The least number of units by which these claims miss each other; 0 where they can all hold. */
export function missedBy(claims: readonly Claim[], planning: Planning): number {
  const program = new ProgramBuilder();
  const places = claimPlaces(program, planning);
  const slacks = claims.flatMap((claim) => {
    const slack = [-1, 1].map((sign) => [program.column({ cost: 1, from: 0, to: mostUnits, whole: true }), sign] as const);
    holdClaim(program, claim, { ...planning, places }, slack);
    return slack.map(([column]) => column);
  });
  const values = solve(program);
  if (!values) throw new Error('claims with slack can always hold');
  return sumOf(values, slacks);
}

const mostUnits = 1e5;

/** The columns by which one part draws on one cell. */
interface Place {
  readonly part: number;
  readonly cell: Cell;
  readonly own: readonly number[];
  readonly shared: readonly number[];
}

/** One place for every part and cell that go together, and rows that keep cells from giving more than they hold. */
function claimPlaces(program: ProgramBuilder, planning: Planning): Place[] {
  const { blueprint, sorted, dice } = planning;
  const roll = (): number => luck * (dice(1_000) / 1_000);
  return sorted.cells.flatMap((cell) => {
    const parts = blueprint.parts.flatMap((part, place) => (part.type === cell.type ? [place] : []));
    const [own, shared] = boundsOf(cell, planning);
    const places = parts.map((part): Place => {
      const room = roomOf(part, cell, planning);
      const column = (to: number, cost: number): number =>
        program.column({ cost: cost + roll(), from: 0, to: Math.min(to, room), whole: true });
      return {
        part,
        cell,
        own: own.map(({ most, price }) => column(most, price)),
        shared: shared.map(({ most, price }) => column(most, price)),
      };
    });
    own.forEach(({ most }, at) =>
      limit(
        program,
        places.map((place) => place.own[at] ?? 0),
        most,
      ),
    );
    if (shared.length > 0) {
      const terms = places.flatMap((place) => [
        ...place.own.map((column) => [column, 2] as const),
        ...place.shared.map((column) => [column, 1] as const),
      ]);
      program.row(0, sizeOf(cell), terms);
    }
    return places;
  });
}

/** One part alone is held by the bounds of its column. */
function limit(program: ProgramBuilder, columns: readonly number[], most: number): void {
  if (columns.length > 1)
    program.row(
      0,
      most,
      columns.map((column) => [column, 1]),
    );
}

interface Bound {
  readonly most: number;
  readonly price: number;
}

function boundsOf(cell: Cell, { papers }: Planning): readonly [own: readonly Bound[], shared: readonly Bound[]] {
  if (papers.kind === 'two') {
    return [[{ most: papers.pairsIn(cell), price: 0 }], [{ most: sizeOf(cell), price: 0 }]];
  }
  const fresh = { most: cell.must.length + cell.fresh.length, price: 0 };
  return [cell.used.length > 0 ? [fresh, { most: cell.used.length, price: usedPrice }] : [fresh], []];
}

/** A cell of a section that is not listed gives only what must be on the paper or what a demand of the part asks of the section. */
function roomOf(part: number, cell: Cell, { blueprint, sorted }: Planning): number {
  const demands = blueprint.parts[part]?.demands ?? [];
  const listed = sorted.sections.some(({ section }) => section === cell.section);
  const demanded = demands.some((demand) => demand.section === cell.section && isMeant(demand, cell));
  return listed || demanded ? sizeOf(cell) : cell.must.length;
}

/** The rows of one claim; slack lets it be missed. */
function holdClaim(
  program: ProgramBuilder,
  claim: Claim,
  { blueprint, papers, places }: Planning & { readonly places: readonly Place[] },
  slack: Row['terms'],
): void {
  const terms = (chosen: readonly Place[], shared: boolean): Row['terms'] => [
    ...chosen.flatMap((place) => [...(shared ? [] : place.own), ...place.shared].map((column) => [column, 1] as const)),
    ...slack,
  ];
  if (claim.kind === 'overlap') return program.row(claim.count, claim.count, terms(places, true));
  if (claim.kind === 'must') {
    const inCell = places.filter(({ cell }) => cell === claim.cell);
    return program.row(claim.cell.must.length, mostUnits, terms(inCell, papers.kind === 'two'));
  }
  const ofPart = places.filter(({ part }) => part === claim.part);
  const demand = claim.kind === 'demand' ? blueprint.parts[claim.part]?.demands?.[claim.demand] : undefined;
  const meant = demand ? ofPart.filter(({ cell }) => isMeant(demand, cell)) : ofPart;
  program.row(claim.count, claim.count, terms(meant, false));
}

function addAims(program: ProgramBuilder, places: readonly Place[], { blueprint, sorted: { sections } }: Planning): void {
  const total = blueprint.parts.reduce((sum, { count }) => sum + count, 0);
  const weights = sections.reduce((sum, { weight }) => sum + weight, 0);
  const termsOf = (wanted: (place: Place) => boolean): Row['terms'] =>
    places.filter(wanted).flatMap((place) => [...place.own, ...place.shared].map((column) => [column, 1] as const));
  for (const { section, weight } of sections.length > 1 ? sections : []) {
    const ofSection = (place: Place): boolean => place.cell.section === section;
    aimAt(program, termsOf(ofSection), { share: (total * weight) / weights, most: total, weight: sectionWeight });
    for (const [part, { count }] of blueprint.parts.length > 1 ? blueprint.parts.entries() : []) {
      const inTable = termsOf((place) => place.part === part && ofSection(place));
      if (inTable.length > 0) aimAt(program, inTable, { share: (count * weight) / weights, most: count, weight: tableWeight });
    }
  }
  const wanted = blueprint.difficulties;
  const sum = wanted ? wanted.easy + wanted.medium + wanted.hard : 0;
  for (const difficulty of wanted && sum > 0 ? difficulties : []) {
    const terms = termsOf((place) => place.cell.difficulty === difficulty);
    aimAt(program, terms, { share: (total * (wanted?.[difficulty] ?? 0)) / sum, most: total, weight: difficultyWeight });
  }
}

const sumOf = (values: readonly number[], columns: readonly number[]): number =>
  columns.reduce((sum, column) => sum + (values[column] ?? 0), 0);
