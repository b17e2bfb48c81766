import type { ProjectRules } from '@shared/model/policy.ts';
import { lightOf, type Outlook } from '@shared/projects/schedule/light.ts';
import { useWords } from '../../words.tsx';
import { LightTag } from './light-tag.tsx';

interface OutlookFactsProps {
  readonly outlook: Outlook;
  readonly rules: ProjectRules;
  readonly isApproved: boolean;
}

/** When the whole will be finished, how late that is, and by which rule. */
export function OutlookFacts({ outlook, rules, isApproved }: OutlookFactsProps) {
  const { projectChanges: words } = useWords();
  return (
    <section aria-label={words.facts}>
      <dl className="project-facts">
        <Fact name={isApproved ? words.approvedFinish : words.plannedFinish}>{outlook.approvedFinish || words.noDate}</Fact>
        <Fact name={words.forecastFinish}>{outlook.forecastFinish || words.noDate}</Fact>
        <Fact name={words.overdue}>
          <LightTag light={lightOf(outlook.overdue, rules)} /> {words.overdueDays(outlook.overdue)}
        </Fact>
        <Fact name={words.behind}>
          <LightTag light={lightOf(outlook.behind, rules)} /> {words.behindDays(outlook.behind)}
        </Fact>
      </dl>
      <p className="soft changes-rule">{words.rule(rules.yellowDays, rules.redDays)}</p>
    </section>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
