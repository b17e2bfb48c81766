import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { sanxun } from '../support/cli.ts';
import { goTo } from '../support/go-to.ts';
import { chooseFirstPerson, launch, temporaryFolder } from '../support/launch.ts';
import { lookAt } from '../support/looks.ts';
import { addFolderSource, answerFolderDialog, installFound } from '../support/packages.ts';

const hour = 3_600_000;
const noTexts = { specialty: '营销', problem: '示例问题', expected: '示例成效', archived: false };

/** One topic to claim now, and one that is assigned to the example unit. */
function topics(recipient: string) {
  const window = { opensAt: Date.now() - hour, closesAt: Date.now() + hour };
  const [unit] = (JSON.parse(readFileSync('build/starter/roster.json', 'utf8')) as { units: { id: string; name: string }[] }).units;
  const given = { unitId: unit?.id, unitName: unit?.name, dueDate: '2026-12-31' };
  return {
    offers: [{ id: 'offer-1', year: 2026, title: '降低示例台区线损', places: 1, eligible: [], ...window, ...noTexts }],
    assignments: [{ id: 'assignment-1', year: 2026, title: '提升示例服务水平', ...given, ...noTexts }],
    receiving: [{ id: 'receiving', recipient }],
  };
}

test('topics come down; a claim, a project with its month and evidence go up in a bundle that only the bureau opens', async () => {
  test.setTimeout(180_000);
  const folder = temporaryFolder('sending');
  const at = (name: string): string => path.join(folder.path, name);
  const identity = await generateX25519Identity();
  writeFileSync(at('key.txt'), identity);
  writeFileSync(at('projects.json'), JSON.stringify(topics(await identityToRecipient(identity))));
  const published = sanxun(
    'publish',
    '--repo',
    at('repo'),
    '--keys',
    at('keys'),
    '--kind',
    'projects',
    '--file',
    at('projects.json'),
    '--json',
  );
  expect(published.status, published.messages).toBe(0);

  const { app, page, close } = await launch(at('profile'));
  await chooseFirstPerson(page);
  await goTo(page, 'projects', 'send');
  await page.getByText('现在还不能上报').waitFor();
  await addFolderSource(app, page, at('repo'));
  await page.getByText('抢注题目 1 项').waitFor();
  await installFound(page);

  await goTo(page, 'projects', 'topics');
  await lookAt(page, 'topics');
  await page.getByRole('button', { name: '抢注“降低示例台区线损”' }).click();
  await page.getByLabel('书记（必填）').fill('示例书记');
  await page.getByLabel('为什么由本支部承担（必填）').fill('示例理由');
  await lookAt(page, 'claim');
  await page.getByRole('button', { name: '签署申报' }).click();
  await page.getByText('已申报，待决定').waitFor();
  await page.getByRole('button', { name: '为“提升示例服务水平”建项目' }).click();
  await page.waitForURL(/application$/);

  await page.getByRole('link', { name: '进展与佐证' }).click();
  await page.getByRole('button', { name: /^填写.*进展$/ }).click();
  await page.getByLabel('实施进展情况（必填）').fill('示例进展');
  await lookAt(page, 'month');
  await page.getByRole('button', { name: '保存本月进展' }).click();
  await page.getByRole('cell', { name: '示例进展' }).waitFor();
  writeFileSync(at('工具.pdf'), 'MZ');
  await answerFolderDialog(app, at('工具.pdf'));
  await page.getByRole('button', { name: '添加文件…' }).click();
  await page.getByRole('button', { name: '打开 工具.pdf' }).click();
  await page.getByText('这类文件不能在本程序里直接打开').waitFor();
  await lookAt(page, 'progress');

  await answerFolderDialog(app, folder.path);
  await goTo(page, 'projects', 'send');
  await page.getByRole('button', { name: '选择文件夹…' }).click();
  await page.getByRole('checkbox', { name: '上报项目“提升示例服务水平”' }).check();
  await lookAt(page, 'send');
  await page.getByRole('button', { name: '导出上报包' }).click();
  await page.getByText('每个文件都已从盘上读回').waitFor();
  await expect(page.getByRole('row', { name: /提升示例服务水平/ })).toContainText('✓ 已导出');
  await lookAt(page, 'sent');
  await close();

  const [name = ''] = readdirSync(at('三训上报')).filter((one) => one.endsWith('.sanxun-bundle'));
  const inspected = sanxun('bundle', 'inspect', path.join(at('三训上报'), name), '--key', at('key.txt'), '--json');
  expect(inspected.json).toMatchObject({
    ok: true,
    entries: [
      { kind: 'project', revision: 1, title: '提升示例服务水平' },
      { kind: 'claim', revision: 1, genuine: true },
    ],
    unknown: {},
  });
  folder.remove();
});
