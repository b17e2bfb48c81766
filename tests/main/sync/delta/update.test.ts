import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { serveFolder, urlOf } from '../../../../main/cli/serve.ts';
import type { Question } from '../../../../shared/model/question.ts';
import { manyQuestions } from '../../../support/many-questions.ts';
import { day, noon, openBranch, openBureau, valueOf } from '../support.ts';

const bank = manyQuestions(500).map((one) => ({ ...one, explanation: '' }));
const corrected = (times: number): readonly Question[] =>
  bank.map((one, number) => (number % 100 < times ? { ...one, explanation: `第 ${number} 题的解析改过了` } : one));

/** A branch with the first version, and a web server that has corrected it three times since. */
async function openOffice() {
  const bureau = await openBureau();
  const { manifest: first } = await bureau.publish(bank);
  const server = await serveFolder(bureau.repository, 0);
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const branch = await openBranch({ now: () => noon + 5 * day });
  const source = await branch.trust(urlOf(server));
  await branch.update(source);
  let newest = first;
  for (let step = 1; step <= 3; step += 1) newest = (await bureau.publish(corrected(step), noon + step * day)).manifest;
  const update = async () => {
    const findings = valueOf(await branch.sync(source));
    await branch.packages.settle(findings.packages.map(({ staged }) => staged));
    return findings;
  };
  const blocks = path.join(branch.directory, 'blocks');
  const length = (manifest: typeof first): number => manifest.blocks.reduce((sum, block) => sum + block.length, 0);
  return { bureau, branch, first, newest, update, blocks, whole: length(newest), repository: bureau.repository };
}

test('three versions later a branch gets three deltas, and has every block as it was signed', async () => {
  const { branch, newest, update, blocks, whole } = await openOffice();
  const { packages, transferredBytes, reusedBytes } = await update();
  expect(packages).toMatchObject([{ manifest: { version: 4 }, added: 0, changed: 15, withdrawn: 0 }]);
  expect({ reusedBytes, little: transferredBytes < whole / 5 }).toEqual({ reusedBytes: whole, little: true });
  expect(await branch.packages.installed()).toMatchObject([{ version: 4, blocks: newest.blocks }]);
  const there = await readdir(blocks);
  expect(newest.blocks.filter(({ sha256 }) => !there.includes(sha256))).toEqual([]);
});

test('a block that the disk has damaged meanwhile comes whole, the others by delta', async () => {
  const { branch, first, newest, update, blocks, whole } = await openOffice();
  const smallest = first.blocks.toSorted((one, other) => one.length - other.length)[0]!;
  const bytes = await readFile(path.join(blocks, smallest.sha256));
  bytes[100]! ^= 1;
  await writeFile(path.join(blocks, smallest.sha256), bytes);
  const { transferredBytes, reusedBytes } = await update();
  const renewed = newest.blocks.find(({ target }) => target === smallest.target)!;
  expect(reusedBytes).toBe(whole - renewed.length);
  expect(transferredBytes).toBeGreaterThan(renewed.length);
  expect(transferredBytes).toBeLessThan(renewed.length + whole / 5);
  expect(await branch.packages.installed()).toMatchObject([{ version: 4, blocks: newest.blocks }]);
});

test('a server that has lost its deltas still serves the update', async () => {
  const { branch, newest, update, repository } = await openOffice();
  const folder = path.join(repository, 'targets/bank');
  for (const name of await readdir(folder)) if (name.endsWith('.zst')) await rm(path.join(folder, name));
  await update();
  expect(await branch.packages.installed()).toMatchObject([{ version: 4, blocks: newest.blocks }]);
});
