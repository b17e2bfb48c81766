import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { readBlueprints, saveBlueprint } from '../../../../renderer/data/examining/blueprints.ts';
import { readPapers } from '../../../../renderer/data/examining/papers.ts';
import { PapersTab } from '../../../../renderer/examining/papers/papers-tab.tsx';
import { useRoute } from '../../../../renderer/route.ts';
import type { Blueprint } from '@shared/model/policy.ts';
import type { Question } from '@shared/model/question.ts';
import { installAssemblyWorker } from '../../../support/assembly-worker.ts';
import { memoryBridge } from '../../../support/memory-bridge.ts';
import { renderScreen } from '../../../support/screen.tsx';
import { blueprint as ofBranch, installContent, questions } from '../../exam/support.tsx';

const bank: Question[] = ['党章', '党规'].flatMap((section) => [
  ...Array.from({ length: 6 }, (_, n) => ({ ...questions.single, id: `${section}s${n}`, section, stem: `${section}单选第${n}题` })),
  ...Array.from({ length: 6 }, (_, n) => ({ ...questions.judge, id: `${section}j${n}`, section, stem: `${section}判断第${n}题` })),
]);
const blueprint: Blueprint = {
  id: 'own',
  title: '季度卷',
  minutes: 45,
  parts: [
    { type: 'single', count: 4, scoreEach: 2 },
    { type: 'judge', count: 2, scoreEach: 1 },
  ],
  sections: [],
};

const Routed = () => <PapersTab route={useRoute().slice(2)} />;
function show(...place: readonly string[]) {
  installAssemblyWorker();
  window.location.hash = `#/${['examining', 'papers', ...place].join('/')}`;
  return renderScreen(Routed, []);
}

beforeEach(async () => {
  await memoryBridge();
  await installContent(ofBranch, bank);
});

describe('blueprints', () => {
  it('begin with a new one, which opens', async () => {
    show();
    await screen.findByText(/还没有组卷方案/);
    await userEvent.click(screen.getByRole('button', { name: '新建方案' }));
    const name = await screen.findByLabelText('方案名称');
    await userEvent.clear(name);
    await userEvent.type(name, '年终卷');
    expect(screen.getByText('有改动还没有保存。')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: '保存方案' }));
    await screen.findByText('方案已保存。');
    expect((await readBlueprints()).map((stored) => stored.blueprint.title)).toEqual(['年终卷']);
  });

  it('are checked while they are typed, and what is short is named', async () => {
    await saveBlueprint(blueprint, 1);
    show('blueprint', 'own');
    await screen.findByText('所选题库能满足这个方案。');
    expect(screen.getByText('共 6 题，满分 10 分')).toBeTruthy();
    const first = screen.getByRole('group', { name: '第一部分' });
    const count = within(first).getByLabelText('题数');
    await userEvent.clear(count);
    await userEvent.type(count, '15');
    await screen.findByText('单选题需要 15 题，题库只有 12 题，差 3 题（党章 6 题、党规 6 题）。');
    await userEvent.clear(count);
    await userEvent.type(count, '4');
    await userEvent.click(within(first).getByText('具体要求（可不填）'));
    await userEvent.click(screen.getByRole('button', { name: '给第一部分增加要求' }));
    await userEvent.selectOptions(within(first).getByLabelText('难度'), '难');
    await screen.findByText('第一部分单选题中“难度：难”要 1 题（题库可用 0 题），差 1 题。');
  });

  it('take questions that must and must not be on the paper by what they ask', async () => {
    await saveBlueprint(blueprint, 1);
    show('blueprint', 'own');
    await userEvent.type(await screen.findByLabelText('按题干或题目编码查找'), '党规 单选第3');
    await userEvent.click(await screen.findByRole('button', { name: '必选：党规单选第3题' }));
    await screen.findByRole('button', { name: '移出：党规s3' });
    await userEvent.click(screen.getByRole('button', { name: '保存方案' }));
    await waitFor(async () => expect((await readBlueprints())[0]?.blueprint.must).toEqual(['党规s3']));
  });
});

async function drawHere(pair: boolean) {
  await saveBlueprint(blueprint, 1);
  show('blueprint', 'own');
  await screen.findByText('所选题库能满足这个方案。');
  await userEvent.click(screen.getByRole('button', { name: '组卷' }));
  const dialog = screen.getByRole('dialog', { name: '组卷：季度卷' });
  const seed = within(dialog).getByLabelText('组卷编号');
  await userEvent.clear(seed);
  await userEvent.type(seed, '7');
  if (pair) {
    await userEvent.click(within(dialog).getByRole('radio', { name: /A、B 两份/ }));
    const percent = within(dialog).getByLabelText(/两卷相同的试题/);
    await userEvent.clear(percent);
    await userEvent.type(percent, '50');
    within(dialog).getByText('两卷相同 3 题');
  }
  await userEvent.click(within(dialog).getByRole('button', { name: '组卷' }));
  await screen.findByText(/组卷编号 7/);
}

describe('a paper', () => {
  it('is drawn, kept as a draft and shown whole with its answers', async () => {
    await drawHere(false);
    const [stored] = await readPapers();
    expect(stored).toMatchObject({ variant: '', state: 'draft', blueprint, paper: { seed: 7, title: '季度卷', blueprintId: 'own' } });
    expect(stored?.paper.items.map(({ question, score }) => `${question.type} ${score}`)).toEqual([
      ...Array.from({ length: 4 }, () => 'single 2'),
      ...Array.from({ length: 2 }, () => 'judge 1'),
    ]);
    const shown = screen.getAllByRole('listitem', { name: /^第 \d+ 题$/ });
    expect(shown).toHaveLength(6);
    expect(shown[0]?.textContent).toContain(stored?.paper.items[0]?.question.stem);
    expect(shown[0]?.textContent).toContain('答案：');
  });

  it('lets questions change places inside their part, and be exchanged for one of their kind', async () => {
    await drawHere(false);
    const before = (await readPapers())[0]?.paper.items.map(({ question }) => question.id) ?? [];
    expect(screen.getByRole('button', { name: '第 4 题下移' })).toHaveProperty('disabled', true);
    await userEvent.click(screen.getByRole('button', { name: '第 1 题下移' }));
    const moved = [before[1], before[0], ...before.slice(2)];
    await waitFor(async () => expect((await readPapers())[0]?.paper.items.map(({ question }) => question.id)).toEqual(moved));
    const second = (await readPapers())[0]?.paper.items[1]?.question.stem ?? '';
    await waitFor(() => expect(screen.getByRole('listitem', { name: '第 2 题' }).textContent).toContain(second));
    await userEvent.click(screen.getByRole('button', { name: '第 2 题换题' }));
    const dialog = await screen.findByRole('dialog', { name: '换掉第 2 题' });
    const [take] = await within(dialog).findAllByRole('button', { name: /^换成：/ });
    const stem = take?.getAttribute('aria-label')?.replace('换成：', '');
    await userEvent.click(take!);
    await waitFor(async () => expect((await readPapers())[0]?.paper.items[1]?.question.stem).toBe(stem));
    expect(before).not.toContain((await readPapers())[0]?.paper.items[1]?.question.id);
  });

  it('is not changed any more once it is final', async () => {
    await drawHere(false);
    await userEvent.click(screen.getByRole('button', { name: '定稿' }));
    await userEvent.click(screen.getByRole('button', { name: '确认定稿' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: '第 1 题换题' })).toBeNull());
    expect((await readPapers())[0]?.state).toBe('final');
  });

  it('of a pair stands beside the other, with what they share and how they compare', async () => {
    await drawHere(true);
    const [a, b] = await readPapers();
    expect([a?.variant, b?.variant, a?.pairId === b?.pairId]).toEqual(['A', 'B', true]);
    const compare = screen.getByRole('region', { name: '两卷对照' });
    expect(compare.textContent).toContain('相同试题 3 题，占 50%');
    expect(compare.textContent).toContain('平均难度：A 卷 0.500，B 卷 0.500');
    expect(compare.textContent).toContain('两卷各类试题数量相同。');
    expect(screen.getAllByText('两卷都有')).toHaveLength(6);
    await userEvent.click(screen.getByRole('link', { name: '返回组卷' }));
    const row = (await screen.findByRole('link', { name: /打开试卷：季度卷/ })).closest('tr');
    expect(row?.textContent).toContain('A/B 两卷');
  });
});
