import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { SourceProbe, StagedPackage, SyncFindings } from '@shared/ipc/contract.ts';
import { fail, succeed, type Failure, type Result } from '@shared/model/failure.ts';
import { shortFingerprint } from '@shared/fingerprint.ts';
import { splitAddress } from '../address.ts';
import { createPackages, type Packages } from '../sync/packages.ts';
import { asResult, type Log } from '../sync/refusal.ts';
import { withoutWindow } from '../sync/service/without-window.ts';
import { readFirstRoot } from '../sync/trust/trust.ts';
import { done, usage, type CliResult } from './command.ts';
import { refusedBy, sentences } from './failure-text.ts';
import { versionSummary } from './version-summary.ts';
import { collectingLog, locationOf, untilInterrupted } from './where.ts';

const line = 'sanxun sync --from URL|DIR [--from URL|DIR …] --into DIR [--root ROOT.json]';
const options = { from: { type: 'string', multiple: true }, into: { type: 'string' }, root: { type: 'string' } } as const;

/**
 * `sync`: verifies one or several sources, the preferred one first, and installs what they offer into a folder, with the
 * code that the window uses. A run that was broken off goes on where it stopped when it is started again.
 */
export async function sync(args: readonly string[]): Promise<CliResult> {
  const { values } = parseArgs({ args: [...args], options });
  const { from = usage(line, '缺少 --from'), into = usage(line, '缺少 --into') } = values;
  const { messages, log } = collectingLog();
  const packages = await createPackages(withoutWindow(path.resolve(into), log));
  const pinned = values.root === undefined ? succeed(null) : await fingerprintIn(values.root, log);
  if (!pinned.ok) return refusedBy(pinned.failure, messages);
  const sources: string[] = [];
  const unread: { from: string; failure: Failure }[] = [];
  let fingerprint = '';
  for (const place of from) {
    const trusted = await trust(place, packages, pinned.value, log);
    if (trusted.ok) sources.push(trusted.value.id);
    else unread.push({ from: splitAddress(place).url, failure: trusted.failure });
    if (trusted.ok) fingerprint ||= trusted.value.publisher;
  }
  if (sources.length === 0 && unread[0]) return refusedBy(unread[0].failure, messages);
  const findings = await packages.sync({ sources, beyondLimit: false }, untilInterrupted(), () => undefined);
  if (!findings.ok) return refusedBy(findings.failure, messages);
  const tokens = findings.value.packages.map(({ staged }) => staged);
  if (tokens.length > 0) await packages.settle(tokens);
  const others = findings.value.unread.map(({ label, failure }) => ({ from: label, failure }));
  const asked = { from: from.map((place) => splitAddress(place).url).join(' '), fingerprint, unread: [...unread, ...others] };
  return report(asked, { ...findings.value, transferredBytes: packages.transferredBytes() }, messages);
}

const fingerprintIn = (file: string, log: Log): Promise<Result<string>> =>
  asResult(log, path.basename(file), async () => readFirstRoot(await readFile(file), path.basename(file)).fingerprint);

async function trust(
  from: string,
  packages: Packages,
  pinned: string | null,
  log: Log,
): Promise<Result<{ id: string; publisher: string }>> {
  const location = locationOf(from);
  const known = await packages.sourceAt(location);
  // Whose it is shows in the run: its first root need not come once more.
  if (known.ok && known.value && (pinned ?? known.value.publisher) === known.value.publisher) return succeed(known.value);
  const probe = await packages.probe(location);
  if (!probe.ok) return probe;
  const distrust = await whyNot(packages, probe.value, pinned);
  if (distrust) return fail(distrust.kind, distrust.subject);
  if (!probe.value.known) log(`首次信任的发布单位指纹 First trusted publisher: ${shortFingerprint(probe.value.fingerprint)}`, undefined);
  return packages.addSource(probe.value.probe);
}

/** The first publisher is trusted on first use; another one only where the caller names its root. */
async function whyNot(packages: Packages, probe: SourceProbe, pinned: string | null): Promise<Failure | null> {
  const wrongKey = { kind: 'wrong-key', subject: probe.label } as const;
  if (pinned !== null) return pinned === probe.fingerprint ? null : wrongKey;
  return probe.known || (await packages.sources()).length === 0 ? null : wrongKey;
}

interface Asked {
  readonly from: string;
  readonly fingerprint: string;
  readonly unread: readonly { readonly from: string; readonly failure: Failure }[];
}

function report(
  asked: Asked,
  { transferredBytes, reusedBytes, refused, ...findings }: SyncFindings,
  messages: readonly string[],
): CliResult {
  const packages = findings.packages.map(describe);
  const document = { ok: true, ...asked, packages, refused, transferredBytes, reusedBytes };
  const lines = packages.map(
    ({ title, version, added, changed, withdrawn }) =>
      `已安装“${title}”第 ${version} 版：新增 ${added}，修改 ${changed}，撤下 ${withdrawn}`,
  );
  const nothing = packages.length === 0 ? ['没有新内容。Nothing new.'] : [];
  const traffic = `传输 ${transferredBytes} 字节，沿用本机 ${reusedBytes} 字节。Transferred ${transferredBytes} bytes, reused ${reusedBytes}.`;
  const failures = [...asked.unread.map(({ failure }) => failure), ...refused];
  return done(document, [...lines, ...nothing, traffic], [...messages, ...failures.map(sentences)]);
}

const describe = ({ manifest, replaces, added, changed, withdrawn }: StagedPackage) => ({
  ...versionSummary(manifest),
  replaces: replaces?.version ?? null,
  added,
  changed,
  withdrawn,
});
