import type { Attempt } from '@shared/model/exam.ts';
import type { PaperSize } from '@shared/ipc/contract.ts';
import type { Project } from '@shared/model/project.ts';
import type { Report } from '@shared/model/report.ts';
import { correctionReport } from '@shared/reports/corrections.ts';
import { planReport, type PlanToPrint } from '@shared/reports/plan.ts';
import { scoreReport } from '@shared/reports/scores.ts';
import { useLive } from '../data/live.ts';
import { readCorrections } from '../data/corrections.ts';
import { readPeople } from '../data/people.ts';
import { readProjectState } from '../data/projects/events.ts';
import { readPlanFacts } from '../data/projects/plan-facts.ts';
import { readPlan, readProject } from '../data/projects/projects.ts';
import { readHandedIn } from '../data/reports.ts';
import type { Session } from '../session.tsx';
import { dayOf } from '../ui/format.ts';
import { endedWithin, type ScoreChoice } from './choice.ts';

/** 成绩汇总表 of mock tests or released exams, of this person or of the unit's people on this computer. Undefined until it has been read. */
export function useScoreReport(
  kind: Attempt['kind'],
  { person, choice, today }: { readonly person: Session['person']; readonly choice: ScoreChoice; readonly today: string },
): Report | undefined {
  return useLive(async () => {
    const people = choice.who === 'me' ? [person] : (await readPeople()).people.filter(({ unitId }) => unitId === person.unitId);
    const attempts = await readHandedIn(
      people.map(({ id }) => id),
      kind,
    );
    return scoreReport({ kind, unitName: person.unitName, people, attempts: endedWithin(attempts, choice, dayOf), today, dayOf });
  }, [kind, person, choice, today]);
}

/** 推进计划表 of a project; null where there is no such project. Undefined until it has been read. */
export function usePlanReport(projectId: string, paper: PaperSize | null, today: string): Report | null | undefined {
  return useLive(async () => {
    const project = await readProject(projectId);
    return project && planReport(await readPlanToPrint(project, paper, today));
  }, [projectId, paper, today]);
}

async function readPlanToPrint(project: Project, paper: PaperSize | null, today: string): Promise<PlanToPrint> {
  const [nodes, { baseline }, { evidence, ...approval }] = await Promise.all([
    readPlan(project.id),
    readProjectState(project.id),
    readPlanFacts(project.id),
  ]);
  const byNode = Map.groupBy(evidence, ({ nodeId }) => nodeId);
  const names = new Map([...byNode].map(([nodeId, some]) => [nodeId, some.map(({ name }) => name)]));
  return { project, nodes, baseline, ...approval, today, evidence: names, paper };
}

/** 题库纠错单 of a unit. Undefined until it has been read. */
export function useCorrectionReport(unitName: string, today: string): Report | undefined {
  return useLive(async () => correctionReport({ unitName, corrections: await readCorrections(unitName), today, dayOf }), [unitName, today]);
}
