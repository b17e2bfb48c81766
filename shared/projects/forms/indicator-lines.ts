import { projectIndicators as words } from '../../messages/zh/projects/indicators.ts';
import type { Indicator } from '../../model/project.ts';
import { effectOf, figureChange, targetReached } from '../indicators.ts';

/** What a project is to reach, one indicator a line: 中压故障 120 → 65 次，下降 45.8 %. */
export function targetLines(indicators: readonly Indicator[]): string[] {
  return indicators.flatMap((indicator) => {
    const change = figureChange(indicator.baseline, indicator.target, indicator.better);
    const name = indicator.name || words.unnamed;
    if (change) return [words.effect(name, indicator.unit, change)];
    if (indicator.target !== null) return [`${name}：目标 ${indicator.target}${unitOf(indicator)}`];
    return indicator.baseline === null ? [] : [`${name}：基线 ${indicator.baseline}${unitOf(indicator)}`];
  });
}

/** What one indicator came to: 下降 49.2 %，向好，已达目标 65. Empty where nothing can be said. */
export function resultWords(indicator: Indicator): string {
  const change = effectOf(indicator);
  const reached = targetReached(indicator);
  return [
    ...(change ? [words.change(change)] : []),
    ...(change && change.better !== null ? [words.judged[change.better ? 'true' : 'false']] : []),
    ...(reached === null || indicator.target === null ? [] : [words.reached(reached, indicator.target)]),
  ].join('，');
}

const unitOf = ({ unit }: Indicator): string => (unit === '' ? '' : ` ${unit}`);
