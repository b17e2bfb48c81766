import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { chooseFirstPerson, launch, temporaryFolder } from '../support/launch.ts';
import { openRandom } from '../support/study.ts';

const places = [
  '讲 先锋讲台、先锋专栏',
  '学 题库、错题',
  '考 模拟考试',
  '干 书记项目',
  '报 报表、导出',
  '数据包 安装与更新',
  '设置 人员、语言',
];

test('no screen breaks a rule of accessibility, and none is wider than a window at 150 %', async () => {
  const profile = temporaryFolder('accessibility');
  const { page, close } = await launch(profile.path);
  const check = async (where: string): Promise<void> => {
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    expect(violations.map(({ id, nodes }) => `${where}: ${id} ${nodes[0]?.html}`)).toEqual([]);
  };
  await check('first run');
  await chooseFirstPerson(page);
  await page.setViewportSize({ width: 910, height: 512 }); // what 1366×768 is at 150 %
  await check('home');
  for (const place of places) {
    const [name = place] = place.split(' ');
    await page.getByRole('link', { name }).first().click();
    await expect(page).toHaveTitle(new RegExp(`^${name} `)); // from then on the heading is that of the new place
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await check(place);
    const overflow = await page.evaluate(() => {
      const main = document.querySelector('main');
      return main ? main.scrollWidth - main.clientWidth : 0;
    });
    expect(`${place}: ${overflow} px too wide`).toBe(`${place}: 0 px too wide`);
  }
  await page.setViewportSize({ width: 1280, height: 720 });
  await openRandom(page, '党史');
  await check('a question');
  await close();
  profile.remove();
});
