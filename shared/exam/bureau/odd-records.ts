import type { Exam, ExamRecord } from '../../model/examining.ts';
import { factsOfRecord, type RecordFacts } from '../quarterly/record.ts';

/** A computer, by its key, that sent records of people of several units. */
export interface SharedComputer {
  readonly units: readonly string[];
  readonly people: number;
}

/** What a person should ask about. None of it proves anything: a computer is lent, a name is mended in the roster. */
export interface OddRecords {
  readonly sharedComputers: readonly SharedComputer[];
  /** Who is called otherwise in the list of the exam than in the record: the name in the list. */
  readonly otherNames: readonly string[];
  /** Whose time used is longer than the exam. */
  readonly overTime: readonly string[];
}

/** The program writes its clock every two seconds, and hands in when it next looks. */
const graceMs = 60_000;

/**
 * Looks over the records of an exam. Each is signed by the computer that wrote it, but no list says whose computer that is:
 * whoever changes the program can sign a record for somebody else, and where that person does not sit no other one
 * contradicts. What such a record looks like is told here.
 */
export function oddRecords({ candidates, minutes }: Pick<Exam, 'candidates' | 'minutes'>, records: readonly ExamRecord[]): OddRecords {
  const read = records.map(({ record }) => ({ key: record.publicKey, facts: factsOfRecord(record.events) }));
  const names = new Map(candidates.map(({ id, name }) => [id, name]));
  const otherNames = read.flatMap(({ facts: { header } }) => {
    const name = names.get(header.personId);
    return name === undefined || name === header.name ? [] : [name];
  });
  const late = read.filter(({ facts }) => facts.elapsedMs > minutes * 60_000 + graceMs);
  return {
    sharedComputers: [...Map.groupBy(read, ({ key }) => key).values()].flatMap(
      (one) => sharedComputer(one.map(({ facts }) => facts)) ?? [],
    ),
    otherNames: [...new Set(otherNames)],
    overTime: [...new Set(late.map(({ facts }) => facts.header.name))],
  };
}

/** Null where all are of one unit. */
function sharedComputer(facts: readonly RecordFacts[]): SharedComputer | null {
  const units = new Map(facts.map(({ header }) => [header.unitId, header.unitName]));
  const people = new Set(facts.map(({ header }) => header.personId)).size;
  return units.size > 1 ? { units: [...units.values()], people } : null;
}
