import type { Indicator } from '@shared/model/project.ts';
import { effectOf, figureChange, targetReached, yearChange } from '@shared/projects/indicators.ts';
import type { Messages } from '@shared/messages/index.ts';
import { useWords } from '../../words.tsx';
import { FigureBars } from './figure-bars.tsx';
import './indicators.css';

/** Before and after, a picture and a sentence for each indicator that has two figures to compare. */
export function IndicatorChart({ indicators }: { readonly indicators: readonly Indicator[] }) {
  const { projectIndicators: words } = useWords();
  const compared = indicators.flatMap((indicator) => {
    const sentence = sentenceOf(indicator, words);
    return sentence === null ? [] : [{ indicator, sentence }];
  });
  return (
    <section className="indicator-charts" aria-label={words.chart}>
      {compared.length === 0 && <p className="soft">{words.nothingToCompare}</p>}
      {compared.map(({ indicator, sentence }) => (
        <figure key={indicator.id} className="indicator-chart">
          <figcaption>{sentence}</figcaption>
          <FigureBars indicator={indicator} />
        </figure>
      ))}
    </section>
  );
}

/** 中压故障 120 → 61 次，下降 49.2 %；向好；已达目标 65. Null where there is nothing to compare. */
function sentenceOf(indicator: Indicator, words: Messages['projectIndicators']): string | null {
  const { baseline, target, better, unit } = indicator;
  const name = indicator.name || words.unnamed;
  const effect = effectOf(indicator);
  const year = yearChange(indicator);
  const reached = targetReached(indicator);
  const expected = indicator.actual === null ? figureChange(baseline, target, better) : null;
  const said = [
    ...(effect ? [words.effect(name, unit, effect)] : []),
    ...(effect && effect.better !== null ? [words.judged[effect.better ? 'true' : 'false']] : []),
    ...(expected ? [words.expected(words.effect(name, unit, expected))] : []),
    ...(reached !== null && target !== null ? [words.reached(reached, target)] : []),
    ...(year ? [words.yearChange(year)] : []),
  ];
  if (said.length === 0) return null;
  return effect || expected ? said.join(words.comma) : `${name}${words.comma}${said.join(words.comma)}`;
}
