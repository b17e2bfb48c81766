import type { Page } from '@playwright/test';
import { dayFromNow, moveDate } from '../dates.ts';
import { goTo } from '../go-to.ts';
import type { Running } from '../launch.ts';
import { answerFolderDialog } from '../packages.ts';

/** Fills in a topic that every unit may claim from yesterday until tomorrow. It is not saved yet. */
export async function fillOffer(page: Page, title: string): Promise<void> {
  await goTo(page, 'reviewing', 'topics', 'offer', 'new');
  await page.getByLabel('题目（必填）').fill(title);
  await page.getByLabel('要解决的问题').fill('示例问题');
  await page.getByLabel('开始日期').fill(dayFromNow(-1));
  await page.getByLabel('截止日期').fill(dayFromNow(1));
}

export async function saveOffer(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByRole('link', { name: title }).waitFor();
}

/** 下发: everything that is new goes into the repository in a folder. */
export async function publishProjects({ app, page }: Running, folder: string): Promise<void> {
  await answerFolderDialog(app, folder);
  await goTo(page, 'reviewing', 'publish');
  await page.getByRole('button', { name: '下发', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: '下发书记项目数据包' });
  await dialog.getByRole('button', { name: '选择文件夹…' }).click();
  await dialog.getByRole('checkbox', { name: /日期和时间没有错/ }).check();
  await dialog.getByRole('button', { name: '签名并写入' }).click();
  await dialog.getByText(/^✓ 已下发第 \d+ 版/).waitFor();
  await dialog.getByRole('button', { name: '关闭' }).click();
}

/** 收上报包 from a folder; `outcome` is said of one of its bundles. */
export async function takeIn({ app, page }: Running, folder: string, outcome: string): Promise<void> {
  await answerFolderDialog(app, folder);
  await goTo(page, 'reviewing', 'ledger', 'take-in');
  await page.getByRole('button', { name: '选择文件夹…' }).click();
  await page.getByRole('button', { name: '读取这里的上报包' }).click();
  await page.getByText(outcome).first().waitFor();
}

/** Opens a topic as it stands nine days later, when all claims are here. */
export async function openClosedOffer(page: Page, title: string): Promise<void> {
  await moveDate(page, 9);
  await goTo(page, 'reviewing', 'topics');
  await page.getByRole('link', { name: title }).click();
  await page.getByText('可以决定了').waitFor();
}

/** Decides by the rule; the page has its own date again afterwards. */
export async function decideOffer(page: Page): Promise<void> {
  await page.getByRole('button', { name: '按规则决定' }).click();
  await page.getByRole('button', { name: '决定', exact: true }).click();
  await page.getByRole('button', { name: '撤销决定' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { level: 1 }).waitFor();
}

/** Opens a project that waits for the bureau. */
export async function openWaiting(page: Page, title: string): Promise<void> {
  await goTo(page, 'reviewing', 'approval');
  await page.getByRole('link', { name: title }).click();
  await page.getByRole('heading', { name: '送审内容' }).waitFor();
}

/** 三审: each of the three passes, one after the other. */
export async function passThreeReviews(page: Page): Promise<void> {
  const reviews = [
    ['职能部门预审', '职能部门负责人'],
    ['分管局领导再审', '分管局领导'],
    ['局党委会审', '会议记录人'],
  ] as const;
  for (const [review, signer] of reviews) {
    const form = page.getByRole('form', { name: `登记${review}意见` });
    for (const [aspect, points] of Object.entries({ 特色化: '90', 可行性: '80', 价值度: '85' })) {
      await form.getByLabel(new RegExp(`^${aspect}`)).fill(points);
    }
    await form.getByLabel(signer, { exact: true }).fill('示例人员');
    if (review === '局党委会审') await form.getByLabel('会议（例如 第12次党委会）').fill('第1次党委会');
    await form.getByRole('button', { name: '登记', exact: true }).click();
    await form.waitFor({ state: 'detached' });
  }
  await page.getByText('现在：已立项').waitFor();
}

/** 销号: agrees that the project that is open is done. */
export async function agreeToClose(page: Page): Promise<void> {
  const form = page.getByRole('form', { name: '登记销号意见' });
  await form.getByLabel('审批人').fill('示例人员');
  await form.getByRole('button', { name: '登记', exact: true }).click();
  await page.getByText('现在：已销号').waitFor();
}

const judges = ['示例评委甲', '示例评委乙', '示例评委丙'];

/** A yearly review of every project that is closed. It is not saved yet. */
export async function fillAssessment(page: Page): Promise<void> {
  await goTo(page, 'reviewing', 'assessment', 'new');
  await page.getByLabel('评委（每行一位）').fill(judges.join('\n'));
  await page.getByRole('group', { name: '参评项目' }).getByRole('button', { name: '全选' }).click();
}

/** Saves it, and enters the marks of every judge by keyboard: 90 80 85 90 80. */
export async function enterMarks(page: Page): Promise<void> {
  await page.getByRole('button', { name: '保存', exact: true }).click();
  for (const judge of judges) {
    await page.getByRole('combobox', { name: '评委' }).selectOption(judge);
    const grid = page.getByRole('grid', { name: `${judge}的打分表` });
    await grid.locator('[data-row="0"] [data-column="3"]').click();
    for (const points of ['90', '80', '85', '90', '80']) {
      await page.keyboard.type(points);
      await page.keyboard.press('Tab');
    }
    await page.getByText('已评 1 个，共 1 个项目').waitFor();
    await page.getByText('✓ 已保存').waitFor();
  }
}

/** 定稿: the results are settled. */
export async function finaliseAssessment(page: Page): Promise<void> {
  await page.getByRole('link', { name: '名次和等次' }).click();
  await page.getByRole('button', { name: '定稿', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: '定稿', exact: true }).click();
  await page.getByText(/^✓ 已于 .* 定稿/).waitFor();
}
