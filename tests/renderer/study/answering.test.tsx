import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Question } from '@shared/model/question.ts';
import { buildBank, install } from '../../support/bank.ts';
import { memoryBridge } from '../../support/memory-bridge.ts';
import { questions, savedAnswers, showSet } from './support.tsx';

beforeEach(async () => {
  await memoryBridge();
});

/** Opens a section of these questions in its own order. */
async function study(...bank: readonly Question[]): Promise<void> {
  await install(buildBank([bank]));
  showSet('sequential', '党章');
  await screen.findByRole('article');
}

const saved = () => screen.findByText('已保存');

describe('a single choice', () => {
  it.each([
    ['a', 0],
    ['C', 2],
    ['f', 5],
    ['1', 0],
    ['6', 5],
  ])('takes the key %s for the option at that place', async (key, option) => {
    await study(questions.single);
    await userEvent.keyboard(key);
    await saved();
    await waitFor(async () =>
      expect(await savedAnswers()).toEqual([['q1', { kind: 'options', chosen: [option] }, option === 2, 'sequential']]),
    );
  });

  it('tells right or wrong, the answer, why and the clause, and takes no second answer', async () => {
    await study(questions.single);
    expect(screen.queryByText(/解析文字/)).toBeNull();
    await userEvent.click(screen.getByRole('radio', { name: /乙/ }));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('✗ 回答错误');
    expect(alert.textContent).toContain('正确答案：C');
    expect(alert.textContent).toContain('解析：解析文字');
    expect(alert.textContent).toContain('依据：《示例文件》第一条');
    expect(screen.getByRole('radio', { name: /丙.*✓ 正确答案/ })).toHaveProperty('disabled', true);
    expect(screen.getByRole('radio', { name: /乙.*✗ 您的选择/ })).toHaveProperty('checked', true);
    await userEvent.keyboard('c');
    await saved();
    await waitFor(async () => expect(await savedAnswers()).toHaveLength(1));
  });

  it('knows no other letters, and none with Ctrl', async () => {
    await study(questions.single);
    await userEvent.keyboard('g79{Control>}c{/Control}');
    expect(screen.queryByText(/回答/)).toBeNull();
    await userEvent.keyboard('c');
    await screen.findByText('✓ 回答正确');
  });
});

describe('the other types', () => {
  it('gathers several choices and submits them by Enter', async () => {
    await study(questions.multiple);
    expect(screen.getByRole('button', { name: '提交' })).toHaveProperty('disabled', true);
    await userEvent.keyboard('{Enter}');
    expect(screen.queryByText(/回答/)).toBeNull();
    await userEvent.keyboard('cba2');
    expect(screen.queryByText(/回答/)).toBeNull();
    await userEvent.keyboard('{Enter}');
    await screen.findByText('✓ 回答正确');
    await waitFor(async () => expect(await savedAnswers()).toEqual([['q2', { kind: 'options', chosen: [0, 2] }, true, 'sequential']]));
  });

  it('counts some of several choices as wrong', async () => {
    await study(questions.multiple);
    await userEvent.click(screen.getByRole('checkbox', { name: /甲/ }));
    await userEvent.click(screen.getByRole('button', { name: '提交' }));
    expect((await screen.findByRole('alert')).textContent).toContain('正确答案：AC');
  });

  it.each([
    ['a', true],
    ['2', false],
  ])('judges by the key %s', async (key, value) => {
    await study(questions.judge);
    await userEvent.keyboard(key);
    await saved();
    await waitFor(async () => expect(await savedAnswers()).toEqual([['q3', { kind: 'judge', value }, !value, 'sequential']]));
  });

  it.each([
    ['政治', '组织 纪律', true],
    ['政治纪律', '纪律', false],
  ])('fills the blanks with %s and %s', async (first, second, right) => {
    await study(questions.blank);
    await userEvent.type(screen.getByLabelText('第 1 空'), first);
    await userEvent.type(screen.getByLabelText('第 2 空'), `${second}{Enter}`);
    await screen.findByText(right ? '✓ 回答正确' : '✗ 回答错误');
    expect(screen.getByText(/正确答案：/).textContent).toBe('正确答案：政治纪律 / 政治；组织纪律');
    await waitFor(async () =>
      expect(await savedAnswers()).toEqual([['q4', { kind: 'blanks', texts: [first, second] }, right, 'sequential']]),
    );
  });

  it('types a letter into a blank and chooses nothing with it', async () => {
    await study(questions.blank, questions.single);
    await userEvent.type(screen.getByLabelText('第 1 空'), 'a1{ArrowRight}');
    expect(screen.getByLabelText<HTMLInputElement>('第 1 空').value).toBe('a1');
    expect(screen.getByText('第 1 题，共 2 题')).toBeTruthy();
  });

  it.each([
    ['答对了', true],
    ['没答对', false],
  ])('lets the person mark a short answer: %s', async (button, right) => {
    await study(questions.short);
    await userEvent.type(screen.getByLabelText('您的答案（可不写）'), '我的要点');
    expect(screen.queryByText(/要点一/)).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: '看参考答案' }));
    expect(screen.getByText(/要点一/)).toBeTruthy();
    expect(await savedAnswers()).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: button }));
    await saved();
    await waitFor(async () => expect(await savedAnswers()).toEqual([['q5', { kind: 'text', text: '我的要点' }, right, 'sequential']]));
  });
});

describe('going on', () => {
  it('walks with the arrows, and with Enter only from an answered question', async () => {
    await study(questions.single, questions.judge);
    await userEvent.keyboard('{Enter}');
    expect(screen.getByText('第 1 题，共 2 题')).toBeTruthy();
    await userEvent.keyboard('{ArrowRight}');
    await screen.findByText('判断题干');
    await userEvent.keyboard('{ArrowLeft}');
    await screen.findByText('单选题干');
    await userEvent.keyboard('{ArrowLeft}c{Enter}');
    await screen.findByText('判断题干');
    await userEvent.keyboard('b{Enter}');
    await screen.findByText('本次作答 2 题，答对 2 题。');
  });

  it('shows an answered question as it was answered', async () => {
    await study(questions.single, questions.judge);
    await userEvent.keyboard('b{ArrowRight}');
    await screen.findByText('判断题干');
    await userEvent.click(screen.getByRole('button', { name: '上一题' }));
    expect(await screen.findByRole('radio', { name: /乙.*✗ 您的选择/ })).toHaveProperty('checked', true);
    expect(screen.getByText('✗ 回答错误')).toBeTruthy();
  });
});
