import { canonicalJson } from '@shared/bank/changes.ts';
import type { BankReading, ReadEntry, ReadRequest } from '@shared/ipc/contract.ts';
import type { BankBatch, BankBlock, BankEntry } from '@shared/model/bank.ts';
import { fail, succeed, type Result } from '@shared/model/failure.ts';
import { packEntries } from '@shared/bank/work/blocks.ts';
import { identityOf, idFromHash } from '@shared/bank/identity.ts';
import { KnownEntries, type Match } from '@shared/bank/work/matching.ts';
import { stageRow, type StagingContext } from '@shared/bank/work/stage.ts';
import { entriesPerBlock } from '@shared/model/bank.ts';
import type { Question } from '@shared/model/question.ts';
import { database } from '../database.ts';
import { commit } from '../work.ts';
import { blocksOf, inTurn, nextPlace, tellBlocks } from './blocks.ts';
import { readEntries } from './entries.ts';
import { hashText } from './hash.ts';
import { removeBatch } from './batch-removal.ts';
import { countsOp, editBlocks } from './write.ts';
import type { Step, Task } from './steps.ts';

/** Entries fetched from main at once. */
const entriesAtOnce = 250;

/** Main's reading, as this room sees it: entries by their number, counted from 0. */
export interface EntriesPort {
  entries(reading: string, from: number, count: number): Promise<readonly ReadEntry[]>;
}

export interface StagingRequest {
  readonly bankId: string;
  /** A UUID. */
  readonly batchId: string;
  readonly reading: BankReading;
  readonly request: ReadRequest;
  readonly port: EntriesPort;
  readonly step: Step;
  readonly task: Task;
}

/** What became of the entries of a reading; together they are all of them. */
export interface StagedReading {
  readonly batch: BankBatch;
  readonly fresh: number;
  readonly changed: number;
  readonly refused: number;
  readonly unchanged: number;
  readonly replaced: number;
}

/** How a file was asked to be read, as its batch remembers it. */
const readAsOf = ({ section, encoding, columns }: ReadRequest): string => canonicalJson({ section, encoding, columns });

type Counts = Record<'fresh' | 'changed' | 'refused' | 'unchanged' | 'replaced', number>;

/** One reading on its way into a bank. */
export class Staging {
  readonly #request: StagingRequest;
  readonly #counts: Counts = { fresh: 0, changed: 0, refused: 0, unchanged: 0, replaced: 0 };
  readonly #named = new Set<string>();
  #known = new KnownEntries(new Set());
  /** Entries that do not fill a block yet. */
  #waiting: readonly BankEntry[] = [];
  #places: readonly [number, number] | null = null;

  constructor(request: StagingRequest) {
    this.#request = request;
  }

  async run(): Promise<Result<StagedReading>> {
    const { reading, port, task } = this.#request;
    this.#known = await this.#readKnown();
    const begun = await commit('bank.read', [{ table: 'bankBatches', put: this.#batch(false) }]);
    if (!begun.ok) return begun;
    for (let from = 0; from < reading.entries; from += entriesAtOnce) {
      if (task.signal.aborted) return fail('cancelled');
      const page = await port.entries(reading.reading, from, entriesAtOnce);
      const result = await this.#stagePage(page);
      if (!result.ok) return result;
      task.onProgress(Math.min(from + entriesAtOnce, reading.entries), reading.entries);
    }
    return this.#finish();
  }

  /** Leaves the bank as it was before. */
  async takeBack(): Promise<void> {
    const { bankId, batchId, step } = this.#request;
    await removeBatch({ bankId, batchId, places: this.#places, stepId: step.id });
  }

  async #readKnown(): Promise<KnownEntries> {
    const { bankId, reading, request } = this.#request;
    const batches = await database.bankBatches.where('bankId').equals(bankId).toArray();
    const readAs = readAsOf(request);
    const sameSource = batches.filter((batch) => batch.sha256 === reading.sha256 && batch.readAs === readAs).map(({ id }) => id);
    const known = new KnownEntries(new Set(sameSource));
    for await (const page of blocksOf(bankId)) {
      for (const { id, entries } of page) for (const entry of entries) known.add(entry, id);
    }
    return known;
  }

  async #stagePage(page: readonly ReadEntry[]): Promise<Result<null>> {
    const matches = page.map((read) => this.#known.find(read));
    const entries = await readEntries(matches.flatMap((match) => match?.ref ?? []));
    const known = new Map(entries.flatMap((entry) => (entry ? [[entry.id, entry] as const] : [])));
    const ids = await this.#hashes(page.filter((_, at) => matches[at] === null));
    const context: StagingContext = {
      batchId: this.#request.batchId,
      newId: () => crypto.randomUUID(),
      idFor: (question) => this.#idFor(question, ids),
    };
    const fresh: BankEntry[] = [];
    const replaced = new Map<string, BankEntry>();
    for (const [at, read] of page.entries()) {
      const match = withEntry(matches[at] ?? null, known);
      const staged = stageRow(read, match, context);
      this.#counts[staged.kind] += 1;
      if (staged.kind === 'replaced') replaced.set(staged.entry.id, staged.entry);
      else if (staged.kind !== 'unchanged') fresh.push(staged.entry);
    }
    const result = await this.#replace(matches, replaced);
    return result.ok ? this.#append(fresh, false) : result;
  }

  /** Hashes of what the questions ask, for those that may need an id made of it. */
  async #hashes(page: readonly ReadEntry[]): Promise<ReadonlyMap<string, string>> {
    const identities = [...new Set(page.flatMap(({ question }) => (question ? [identityOf(question)] : [])))];
    const hashes = await Promise.all(identities.map(hashText));
    return new Map(identities.map((identity, at) => [identity, hashes[at] ?? '']));
  }

  #idFor(question: Question, hashes: ReadonlyMap<string, string>): string {
    const isTaken = (id: string): boolean => this.#known.has(id) || this.#named.has(id);
    const hash = hashes.get(identityOf(question)) ?? '';
    const id = question.id !== '' && !isTaken(question.id) ? question.id : idFromHash(hash, isTaken);
    this.#named.add(id);
    return id;
  }

  async #replace(matches: readonly (Match | null)[], replaced: ReadonlyMap<string, BankEntry>): Promise<Result<null>> {
    if (replaced.size === 0) return succeed(null);
    const { bankId, step } = this.#request;
    const blockIds = new Set(matches.flatMap((match) => (match && replaced.has(match.ref.id) ? [match.ref.blockId] : [])));
    const edits = new Map([...blockIds].map((blockId) => [blockId, (entry: BankEntry) => replaced.get(entry.id) ?? entry]));
    const result = await editBlocks({ bankId, what: 'replace', step, undoes: '' }, edits);
    return result.ok ? succeed(null) : result;
  }

  /** Writes full blocks, and at the end also the one that is not full. */
  async #append(entries: readonly BankEntry[], isEnd: boolean): Promise<Result<null>> {
    const all = [...this.#waiting, ...entries];
    const whole = isEnd ? all.length : all.length - (all.length % entriesPerBlock);
    this.#waiting = all.slice(whole);
    if (whole === 0) return succeed(null);
    const { bankId } = this.#request;
    return inTurn(async () => {
      const place = await nextPlace(bankId);
      const blocks = packEntries(all.slice(0, whole), { bankId, place, newId: () => crypto.randomUUID() });
      return this.#write(blocks);
    });
  }

  async #write(blocks: readonly BankBlock[]): Promise<Result<null>> {
    const { bankId } = this.#request;
    const puts = blocks.map((put) => ({ table: 'bankBlocks', put }) as const);
    const result = await commit('bank.stage', [...puts, await countsOp(bankId, [], blocks)]);
    if (!result.ok) return result;
    this.#places = [this.#places?.[0] ?? blocks[0]?.place ?? 0, blocks.at(-1)?.place ?? 0];
    tellBlocks(
      bankId,
      blocks.map(({ id }) => id),
    );
    return result;
  }

  async #finish(): Promise<Result<StagedReading>> {
    const appended = await this.#append([], true);
    if (!appended.ok) return appended;
    const batch = this.#batch(true);
    const result = await commit('bank.staged', [{ table: 'bankBatches', put: batch }]);
    return result.ok ? succeed({ batch, ...this.#counts }) : result;
  }

  #batch(complete: boolean): BankBatch {
    const { bankId, batchId, reading, request, step } = this.#request;
    const { file, format, sha256, accounted, problems } = reading;
    const { fresh, changed, refused, unchanged, replaced } = this.#counts;
    return {
      id: batchId,
      bankId,
      file,
      format,
      sha256,
      readAs: readAsOf(request),
      at: step.at,
      complete,
      state: complete && fresh + changed + refused === 0 ? 'accepted' : 'staged',
      accounted,
      unchanged,
      replaced,
      places: this.#places,
      problems: problems.slice(0, mostProblems),
    };
  }
}

/** As many problems of a file as a batch keeps; whoever meets more reads the first of them. */
const mostProblems = 1_000;

function withEntry(match: Match | null, known: ReadonlyMap<string, BankEntry>): (Match & { readonly entry: BankEntry }) | null {
  const entry = match && known.get(match.ref.id);
  return match && entry ? { ...match, entry } : null;
}
