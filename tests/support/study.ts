import type { Page } from '@playwright/test';

/** Opens random practice of a section from anywhere. */
export async function openRandom(page: Page, section: string): Promise<void> {
  await page.getByRole('link', { name: '学 题库、错题' }).click();
  await page.getByRole('link', { name: `随机练习 ${section}`, exact: true }).click();
  await page.getByRole('article').waitFor();
}

/** Answers the question on screen (the first option, or right for a judgement) and waits until it is saved. Others are passed over. */
export async function answerOne(page: Page): Promise<boolean> {
  const type = await page.getByRole('article').getAttribute('aria-label');
  const canAnswer = type === '单选题' || type === '多选题' || type === '判断题';
  if (canAnswer) {
    await page.keyboard.press('a');
    if (type === '多选题') await page.keyboard.press('Enter');
    await page.getByText('已保存', { exact: true }).waitFor();
  }
  await page.getByRole('button', { name: '下一题' }).click();
  return canAnswer;
}
