import { canonicalJson } from '@shared/bank/changes.ts';
import type { PublishedProjects } from '@shared/model/reviewing.ts';
import { isRecipient } from '../bundles/envelope.ts';
import type { PackageContents } from '../sync/store/block-content.ts';
import { refuse } from './problem.ts';
import type { PublishedPackage } from './repository/repository.ts';

/**
 * What branches have been told of projects stands: a step of the bureau is never taken back or changed, an offer or an
 * assignment may only be archived, and a decision only gives way to a later one. Throws PublishRefusal.
 */
export function requireSameProjects(name: string, contents: PackageContents, before: PublishedPackage | null): void {
  if (contents.kind !== 'projects') return;
  const { items } = contents;
  requireRecipient(items);
  const foreign = items.events.find(({ side }) => side !== 'bureau');
  if (foreign) refuse('contents-invalid', `步骤 ${foreign.id} 不是局里的步骤，不能下发。`);
  const [block] = before?.blocks ?? [];
  if (block?.kind === 'projects') requireKept(name, block.items, items);
}

/** A package of projects stays: without it every branch would lose the bureau's decisions. Throws PublishRefusal. */
export function requireNoProjects(name: string, before: PublishedPackage): void {
  if (before.manifest.kind === 'projects') refuse('contents-invalid', `书记项目数据包“${name}”里有局里的审批结论，不能整个撤下。`);
}

function requireKept(name: string, old: PublishedProjects, items: PublishedProjects): void {
  requireEach(old.events, items.events, (id) => `已下发的审批步骤 ${id} 不能收回或改动（数据包“${name}”）。`, same);
  requireEach(old.offers, items.offers, (id) => `已下发的抢注选题 ${id} 只能归档，不能改动或删除。`, sameButArchived);
  requireEach(old.assignments, items.assignments, (id) => `已下发的交办选题 ${id} 只能归档，不能改动或删除。`, sameButArchived);
  requireEach(
    old.decisions,
    items.decisions,
    (id) => `选题 ${id} 的抢注结果已经公布，只能由更晚的结果代替，不能收回或改动。`,
    (one, other) => same(one, other) || other.decidedAt > one.decidedAt,
  );
  requireEach(
    old.benchmarks,
    items.benchmarks,
    (id) => `已公布的标杆 ${id} 不能删除，请改为归档。`,
    () => true,
  );
}

interface Item {
  readonly id: string;
}

function requireEach<T extends Item>(
  old: readonly T[],
  items: readonly T[],
  sentence: (id: string) => string,
  holds: (one: T, other: T) => boolean,
): void {
  const now = new Map(items.map((item) => [item.id, item]));
  for (const one of old) {
    const other = now.get(one.id);
    if (!other || !holds(one, other)) refuse('contents-invalid', sentence(one.id));
  }
}

const same = (one: Item, other: Item): boolean => canonicalJson(one) === canonicalJson(other);

const sameButArchived = <T extends Item & { readonly archived: boolean }>(one: T, other: T): boolean =>
  same({ ...one, archived: true }, { ...other, archived: true }) && (other.archived || !one.archived);

function requireRecipient({ receiving }: PublishedProjects): void {
  if (!receiving.every(({ recipient }) => isRecipient(recipient))) refuse('contents-invalid', '上报公钥（receiving）不是有效的 age 公钥。');
}
