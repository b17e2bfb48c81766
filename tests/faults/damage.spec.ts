import { existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { chooseFirstPerson, launch, temporaryFolder } from '../support/launch.ts';
import { answerOne, openRandom } from '../support/study.ts';
import { readTable } from '../support/work-rows.ts';

const tables = ['responses', 'mistakes', 'positions', 'packages'];

function levelDbFiles(profile: string): string[] {
  const folder = path.join(profile, 'IndexedDB');
  const databases = readdirSync(folder).filter((name) => name.endsWith('.leveldb'));
  return databases.flatMap((name) => readdirSync(path.join(folder, name)).map((file) => path.join(folder, name, file)));
}

function flipMiddle(file: string): void {
  const bytes = readFileSync(file);
  if (bytes.length === 0) return;
  const middle = Math.floor(bytes.length / 2);
  bytes[middle] = (bytes[middle] ?? 0) ^ 0x10;
  writeFileSync(file, bytes);
}

const matching = (profile: string, pattern: RegExp): string[] => levelDbFiles(profile).filter((file) => pattern.test(path.basename(file)));

/** What may happen to the database's files, worst first. */
const damages: Record<string, (profile: string) => void> = {
  'the folder is deleted': (profile) => rmSync(path.join(profile, 'IndexedDB'), { recursive: true }),
  'every file is cut in half': (profile) => {
    for (const file of levelDbFiles(profile)) truncateSync(file, Math.floor(statSync(file).size / 2));
  },
  'a bit is flipped in every log': (profile) => matching(profile, /\.log$/).forEach(flipMiddle),
  'a bit is flipped in every table': (profile) => matching(profile, /\.ldb$/).forEach(flipMiddle),
  'CURRENT is deleted': (profile) => matching(profile, /^CURRENT$/).forEach((file) => rmSync(file)),
  'the manifest is cut': (profile) => matching(profile, /^MANIFEST/).forEach((file) => truncateSync(file, 10)),
};

for (const [name, damage] of Object.entries(damages)) {
  test(`everything is back after: ${name}`, async () => {
    const profile = temporaryFolder('damage');
    const first = await launch(profile.path);
    await chooseFirstPerson(first.page);
    await openRandom(first.page, '党章');
    for (let answered = 0; answered < 8;) if (await answerOne(first.page)) answered += 1;
    const before = await Promise.all(tables.map((table) => readTable(first.page, table)));
    await first.close();
    expect(existsSync(path.join(profile.path, 'IndexedDB'))).toBe(true);

    damage(profile.path);

    const second = await launch(profile.path);
    const after = await Promise.all(tables.map((table) => readTable(second.page, table)));
    expect(after.slice(0, 3)).toEqual(before.slice(0, 3));
    expect(after[3]?.map((row) => row['name'])).toEqual(before[3]?.map((row) => row['name']));
    await openRandom(second.page, '党章'); // the content is back too
    await second.close();
    profile.remove();
  });
}
