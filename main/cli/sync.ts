import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { SourceProbe, StagedPackage, SyncFindings } from '@shared/ipc/contract.ts';
import type { Failure } from '@shared/model/failure.ts';
import { createPackages, type Packages } from '../sync/packages.ts';
import { shortFingerprint } from '@shared/fingerprint.ts';
import { readFirstRoot } from '../sync/trust/trust.ts';
import { asResult } from '../sync/refusal.ts';
import { done, usage, type CliResult } from './command.ts';
import { refusedBy, sentences } from './failure-text.ts';
import { collectingLog, locationOf, untilInterrupted } from './where.ts';

const line = 'sanxun sync --from URL|DIR --into DIR [--root ROOT.json]';
const options = { from: { type: 'string' }, into: { type: 'string' }, root: { type: 'string' } } as const;

/** `sync`: verifies a source and installs what it offers into a folder, with the code that the window uses. */
export async function sync(args: readonly string[]): Promise<CliResult> {
  const { values } = parseArgs({ args: [...args], options });
  const { from = usage(line, '缺少 --from'), into = usage(line, '缺少 --into') } = values;
  const { messages, log } = collectingLog();
  const directory = path.resolve(into);
  const packages = await createPackages({ directory, starter: null, fetch, now: Date.now, placeOf: (place) => place, log });
  const probe = await packages.probe(locationOf(from));
  if (!probe.ok) return refusedBy(probe.failure, messages);
  const pinned = values.root === undefined ? null : await fingerprintIn(values.root, log);
  if (pinned && !pinned.ok) return refusedBy(pinned.failure, messages);
  const distrust = await whyNot(packages, probe.value, pinned?.value ?? null);
  if (distrust) return refusedBy(distrust, messages);
  if (!probe.value.known) log(`首次信任的发布单位指纹 First trusted publisher: ${shortFingerprint(probe.value.fingerprint)}`, undefined);
  const source = await packages.addSource(probe.value.probe);
  if (!source.ok) return refusedBy(source.failure, messages);
  const findings = await packages.sync(source.value.id, untilInterrupted(), () => undefined);
  if (!findings.ok) return refusedBy(findings.failure, messages);
  for (const { staged } of findings.value.packages) await packages.settle(staged);
  return report(from, probe.value.fingerprint, findings.value, messages);
}

const fingerprintIn = (file: string, log: (message: string, error: unknown) => void) =>
  asResult(log, path.basename(file), async () => readFirstRoot(await readFile(file), path.basename(file)).fingerprint);

/** The first publisher is trusted on first use; another one only where the caller names its root. */
async function whyNot(packages: Packages, probe: SourceProbe, pinned: string | null): Promise<Failure | null> {
  const wrongKey = { kind: 'wrong-key', subject: probe.label } as const;
  if (pinned !== null) return pinned === probe.fingerprint ? null : wrongKey;
  return probe.known || (await packages.sources()).length === 0 ? null : wrongKey;
}

function report(from: string, fingerprint: string, findings: SyncFindings, messages: readonly string[]): CliResult {
  const { transferredBytes, reusedBytes, refused } = findings;
  const packages = findings.packages.map(describe);
  const document = { ok: true, from, fingerprint, packages, refused, transferredBytes, reusedBytes };
  const lines = packages.map(
    ({ title, version, added, changed, withdrawn }) =>
      `已安装“${title}”第 ${version} 版：新增 ${added}，修改 ${changed}，撤下 ${withdrawn}`,
  );
  const nothing = packages.length === 0 ? ['没有新内容。Nothing new.'] : [];
  const traffic = `传输 ${transferredBytes} 字节，沿用本机 ${reusedBytes} 字节。Transferred ${transferredBytes} bytes, reused ${reusedBytes}.`;
  return done(document, [...lines, ...nothing, traffic], [...messages, ...refused.map(sentences)]);
}

function describe({ manifest, replaces, added, changed, withdrawn }: StagedPackage) {
  const { name, kind, version, title, issued, blocks } = manifest;
  const items = blocks.reduce((sum, block) => sum + block.items, 0);
  return {
    name,
    kind,
    version,
    title,
    issued,
    items,
    blocks: blocks.length,
    replaces: replaces?.version ?? null,
    added,
    changed,
    withdrawn,
  };
}
