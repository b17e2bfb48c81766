import type { Result } from '@shared/model/failure.ts';
import type { Unit } from '@shared/model/roster.ts';
import type { Assignment, ClaimDecision, Offer, ReceivedClaim } from '@shared/model/topic.ts';
import { isPublished } from '@shared/projects/reviewing/publication.ts';
import { projectsByUnit } from '@shared/projects/reviewing/year-load.ts';
import { readPackage } from '../content.ts';
import { database } from '../database.ts';
import { commit } from '../work.ts';
import { readPublishedMarks } from './publish.ts';
import { readAllReturns } from './returns.ts';

/** Offers of all years, those that close last first; archived ones too. */
export async function readOffers(): Promise<Offer[]> {
  return (await database.offers.toArray()).toSorted((one, other) => other.closesAt - one.closesAt || (one.id < other.id ? -1 : 1));
}

/** Assignments of all years, the latest year first; archived ones too. */
export async function readAssignments(): Promise<Assignment[]> {
  const order = ({ year, unitName, title }: Assignment): string => `${9999 - year} ${unitName} ${title}`;
  return (await database.assignments.toArray()).toSorted((one, other) => (order(one) < order(other) ? -1 : 1));
}

/** Null where there is none. */
export const offerWith = async (id: string): Promise<Offer | null> => (await database.offers.get(id)) ?? null;
export const assignmentWith = async (id: string): Promise<Assignment | null> => (await database.assignments.get(id)) ?? null;

/** Whether a version has carried the topic: then its words stay as they are. */
export const isTopicPublished = async (kind: 'offers' | 'assignments', id: string): Promise<boolean> =>
  isPublished(await readPublishedMarks(), kind, id);

/** Writes an offer that was not published. Throws where it was: branches have claimed it as it is. */
export async function saveOffer(what: 'offer.create' | 'offer.edit', offer: Offer): Promise<Result<null>> {
  if (await isTopicPublished('offers', offer.id)) throw new Error(`offer ${offer.id} is published`);
  return commit(what, [{ table: 'offers', put: offer }]);
}

/** Writes assignments that were not published, all or none. Throws where one was. */
export async function saveAssignments(what: 'assignment.create' | 'assignment.edit', topics: readonly Assignment[]): Promise<Result<null>> {
  const published = await readPublishedMarks();
  if (topics.some(({ id }) => isPublished(published, 'assignments', id))) throw new Error('an assignment is published');
  return commit(
    what,
    topics.map((put) => ({ table: 'assignments', put })),
  );
}

export const archiveOffer = (offer: Offer, archived: boolean): Promise<Result<null>> =>
  commit('offer.archive', [{ table: 'offers', put: { ...offer, archived } }]);

export const archiveAssignment = (assignment: Assignment, archived: boolean): Promise<Result<null>> =>
  commit('assignment.archive', [{ table: 'assignments', put: { ...assignment, archived } }]);

/** The claims of an offer that came in. */
export const readClaims = (offerId: string): Promise<ReceivedClaim[]> => database.receivedClaims.where('offerId').equals(offerId).toArray();

export const countClaims = (offerId: string): Promise<number> => database.receivedClaims.where('offerId').equals(offerId).count();

/** Null while nothing is decided. */
export const readDecision = async (offerId: string): Promise<ClaimDecision | null> => (await database.claimDecisions.get(offerId)) ?? null;

/** Keeps a decision. Throws where one was published: it stands. */
export async function saveDecision(decision: ClaimDecision): Promise<Result<null>> {
  await requireOpen(decision.id);
  return commit('claim.decide', [{ table: 'claimDecisions', put: decision }]);
}

/** Takes a decision back that nobody has yet. Throws where it was published. */
export async function dropDecision(offerId: string): Promise<Result<null>> {
  await requireOpen(offerId);
  return commit('claim.undecide', [{ table: 'claimDecisions', remove: offerId }]);
}

export const isDecisionPublished = async (offerId: string): Promise<boolean> =>
  isPublished(await readPublishedMarks(), 'decisions', offerId);

async function requireOpen(offerId: string): Promise<void> {
  if (await isDecisionPublished(offerId)) throw new Error(`the decision on ${offerId} is published`);
}

/** How many projects each unit has in the year of an offer, by what is known here and not by this offer: for claims of the same minute. */
export async function readProjectsBeside({ id: offerId, year }: Pick<Offer, 'id' | 'year'>): Promise<ReadonlyMap<string, number>> {
  const [returns, assignments, offers, decisions] = await Promise.all([
    readAllReturns(),
    database.assignments.toArray(),
    database.offers.toArray(),
    database.claimDecisions.toArray(),
  ]);
  const ofYear = new Set(offers.filter((offer) => offer.year === year).map(({ id }) => id));
  return projectsByUnit({
    returns: returns.filter(({ facts }) => facts.year === year),
    assigned: assignments.filter((assignment) => assignment.year === year && !assignment.archived),
    won: decisions.filter(({ id }) => ofYear.has(id) && id !== offerId).flatMap(({ ranked }) => ranked.filter(({ won }) => won)),
  });
}

/** Units of the installed roster, in its order. */
export const readUnits = async (): Promise<readonly Unit[]> => (await readPackage('roster'))?.units ?? [];
