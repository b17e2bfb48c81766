import type { ProjectRules } from '@shared/model/policy.ts';
import { projectRulesOf } from '@shared/projects/rules.ts';
import { readPackage } from '../content.ts';

/** The bureau's rules for 书记项目, or the usual ones where its policy says nothing of them. */
export async function readProjectRules(): Promise<ProjectRules> {
  return projectRulesOf((await readPackage('policy'))?.policy ?? null);
}
