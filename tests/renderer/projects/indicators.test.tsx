import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test } from 'vitest';
import type { Indicator } from '@shared/model/project.ts';
import { IndicatorChart } from '../../../renderer/projects/indicators/indicator-chart.tsx';
import { IndicatorEditor } from '../../../renderer/projects/indicators/indicator-editor.tsx';

const faults: Indicator = {
  id: 'i1',
  name: '中压故障',
  unit: '次',
  better: 'lower',
  baseline: 120,
  target: 65,
  actual: null,
  lastYear: null,
};
let kept: readonly Indicator[] = [];

function Editor({ start, isLocked = false }: { readonly start: readonly Indicator[]; readonly isLocked?: boolean }) {
  const [indicators, setIndicators] = useState(start);
  const onChange = (changed: readonly Indicator[]): void => {
    kept = changed;
    setIndicators(changed);
  };
  return <IndicatorEditor indicators={indicators} isLocked={isLocked} onChange={onChange} />;
}

const field = (name: string) => screen.getByRole('textbox', { name });

test('figures are taken as they are typed; what is no number stays in its field and changes nothing', async () => {
  const user = userEvent.setup();
  render(<Editor start={[faults]} />);
  await user.type(field('第 1 项指标的实际'), '６１.5');
  expect(kept[0]?.actual).toBe(61.5);
  await user.type(field('第 1 项指标的基线'), '左右');
  expect(kept).toEqual([{ ...faults, actual: 61.5 }]);
  expect(screen.getByRole('alert').textContent).toBe('请填数字，例如 61 或 1.08；不知道就空着。');
  expect((field('第 1 项指标的基线') as HTMLInputElement).value).toBe('120左右');
  await user.clear(field('第 1 项指标的基线'));
  expect(kept[0]?.baseline).toBe(null);
  expect(screen.queryByRole('alert')).toBe(null);
});

test('indicators are added, named, turned round, removed and brought back to their place', async () => {
  const user = userEvent.setup();
  render(<Editor start={[faults]} />);
  await user.click(screen.getByRole('button', { name: '增加一项指标' }));
  await user.type(field('第 2 项指标的指标名称'), '售电量');
  await user.selectOptions(screen.getByRole('combobox', { name: '第 2 项指标的向好方向' }), '越高越好');
  expect(kept.map(({ name, better }) => [name, better])).toEqual([
    ['中压故障', 'lower'],
    ['售电量', 'higher'],
  ]);
  await user.click(screen.getByRole('button', { name: '删除指标“中压故障”' }));
  expect(kept.map(({ name }) => name)).toEqual(['售电量']);
  await user.click(screen.getByRole('button', { name: '撤销删除' }));
  expect(kept.map(({ name }) => name)).toEqual(['中压故障', '售电量']);
});

test('before and after are told in a sentence, as far as the figures are known', () => {
  const indicators: Indicator[] = [
    { ...faults, actual: 61, lastYear: 118 },
    { ...faults, id: 'i2', name: '投诉', baseline: 0, target: null, actual: 3 },
    { ...faults, id: 'i3', name: '线损率', unit: '%', actual: null },
    { ...faults, id: 'i4', name: '未知', baseline: null, target: null },
  ];
  render(<IndicatorChart indicators={indicators} />);
  expect(
    within(screen.getByRole('region', { name: '指标前后对比' }))
      .getAllByRole('figure')
      .map((each) => each.querySelector('figcaption')?.textContent),
  ).toEqual([
    '中压故障 120 → 61 次，下降 49.2 %；向好；已达目标 65；比上年同期下降 48.3 %',
    '投诉 0 → 3 次，上升（基线为零，不计百分比）；变差',
    '目标：线损率 120 → 65 %，下降 45.8 %',
  ]);
});

test('with nothing to compare it says what to fill in', () => {
  render(<IndicatorChart indicators={[]} />);
  expect(screen.getByText('填写基线和实际（或目标）后，这里显示前后对比。')).toBeTruthy();
});

test('locked figures are read, and one region has their name', async () => {
  const user = userEvent.setup();
  render(<Editor start={[faults]} isLocked />);
  await user.type(field('第 1 项指标的实际'), '61');
  expect((field('第 1 项指标的实际') as HTMLInputElement).value).toBe('');
  for (const button of screen.getAllByRole('button')) expect((button as HTMLButtonElement).disabled).toBe(true);
  expect((screen.getByRole('combobox') as HTMLSelectElement).disabled).toBe(true);
  expect(screen.getAllByRole('region', { name: '业务指标' })).toHaveLength(1);
});
