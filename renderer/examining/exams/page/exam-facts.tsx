import type { ReactNode } from 'react';
import { fullOf } from '@shared/exam/points.ts';
import type { Exam } from '@shared/model/examining.ts';
import { examWith, papersOf, readExams } from '../../../data/examining/exams.ts';
import { useLive } from '../../../data/live.ts';
import { minuteOf } from '../../../ui/format.ts';
import { useWords } from '../../../words.tsx';
import { packageNameOf } from '../form/form-state.ts';

/** Everything that is set about an exam. */
export function ExamFacts({ exam }: { readonly exam: Exam }) {
  const { exams } = useWords();
  const { facts } = exams.page;
  const papers = useLive(() => papersOf(exam), [exam]) ?? [];
  const original = useLive(async () => (exam.makeUpOf === null ? null : await examWith(exam.makeUpOf)), [exam]);
  const name = useLive(async () => packageNameOf(exam, await readExams()), [exam]);
  return (
    <section className="card">
      <dl className="examining-facts">
        <Fact name={facts.window}>{exams.window(minuteOf(exam.opensAt), minuteOf(exam.closesAt))}</Fact>
        <Fact name={facts.minutes}>{exams.minutes(exam.minutes)}</Fact>
        <Fact name={facts.passLine}>{exams.percent(exam.passLine)}</Fact>
        <Fact name={facts.candidates}>{exams.people(exam.candidates.length)}</Fact>
        <Fact name={facts.papers}>
          {papers.map(({ id, variant, paper }) => (
            <div key={id}>
              {paper.title} · {exams.variants(variant)} · {exams.form.paperFacts(paper.items.length, fullOf(paper.items), paper.minutes)}
            </div>
          ))}
        </Fact>
        <Fact name={facts.release}>
          <strong>{exams.form.releaseNames[exam.release]}</strong>
          <div className="soft">{exams.form.releases[exam.release]}</div>
        </Fact>
        {original && <Fact name={facts.makeUpOf}>{exams.form.makeUp(original.title)}</Fact>}
        {name !== undefined && <Fact name={facts.package}>{name}</Fact>}
        {exam.sealed && <Fact name={facts.sealedAt}>{minuteOf(exam.sealed.at)}</Fact>}
      </dl>
    </section>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
