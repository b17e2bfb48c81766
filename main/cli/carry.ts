import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { carry } from '../carry/carry.ts';
import { listCarriable } from '../carry/holding.ts';
import { publisherResult } from '../publish/failure.ts';
import { createPackages } from '../sync/packages.ts';
import { Refusal } from '../sync/refusal.ts';
import { withoutWindow } from '../sync/service/without-window.ts';
import { done, usage, type CliResult } from './command.ts';
import { refusedBy } from './failure-text.ts';
import { collectingLog, untilInterrupted } from './where.ts';

const line = 'sanxun carry --from DIR --to DIR [--package NAME …] [--publisher FINGERPRINT]';
const options = {
  from: { type: 'string' },
  to: { type: 'string' },
  package: { type: 'string', multiple: true, default: [] as string[] },
  publisher: { type: 'string' },
} as const;

/** `carry`: copies what `sync` has brought into a folder to a stick or another folder, signed as it came. Goes on where it ended. */
export async function carryCommand(args: readonly string[]): Promise<CliResult> {
  const { values } = parseArgs({ args: [...args], options });
  const { from = usage(line, '缺少 --from'), to = usage(line, '缺少 --to') } = values;
  const { messages, log } = collectingLog();
  const { stock } = await createPackages(withoutWindow(path.resolve(from), log));
  const result = await publisherResult(log, to, async () => {
    const carriable = await listCarriable(stock);
    const { publisher } = carriable.find((one) => one.publisher.startsWith(values.publisher ?? '')) ?? nothing(from);
    await mkdir(to, { recursive: true });
    const how = { now: Date.now(), signal: untilInterrupted(), progress: () => undefined };
    return carry({ stock, publisher, packages: values.package, folder: path.resolve(to), ...how });
  });
  if (!result.ok) return refusedBy(result.failure, messages);
  const { packages, files, bytes, writtenBytes } = result.value;
  const listed = packages.map(({ title, version }) => `“${title}”第 ${version} 版`).join('、');
  return done({ ok: true, to, ...result.value }, [
    `已拷贝${listed}：共 ${files} 个文件 ${bytes} 字节，本次写入 ${writtenBytes} 字节，已读回核对。Copied and read back.`,
  ]);
}

function nothing(from: string): never {
  throw new Refusal('source-empty', from, 'nothing that could be carried');
}
