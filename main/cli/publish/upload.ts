import path from 'node:path';
import { parseArgs } from 'node:util';
import { splitAddress } from '../../address.ts';
import { publisherResult } from '../../publish/failure.ts';
import { upload, type UploadPlace } from '../../publish/upload/upload.ts';
import { mkdir } from 'node:fs/promises';
import { done, usage, type CliResult } from '../command.ts';
import { refusedBy } from '../failure-text.ts';
import { collectingLog, untilInterrupted } from '../where.ts';

const line = `sanxun upload --repo DIR --to DIR
       sanxun upload --repo DIR --to URL [--user NAME]        WebDAV：SANXUN_USER、SANXUN_PASSWORD
       sanxun upload --repo DIR --to URL --s3 [--region NAME] S3：AWS_ACCESS_KEY_ID、AWS_SECRET_ACCESS_KEY、AWS_REGION`;

const options = {
  repo: { type: 'string' },
  to: { type: 'string' },
  user: { type: 'string' },
  s3: { type: 'boolean', default: false },
  region: { type: 'string' },
} as const;

type Values = ReturnType<typeof parse>;

function parse(args: readonly string[]) {
  return parseArgs({ args: [...args], options }).values;
}

/** `upload`: copies what a repository publishes to a folder, a WebDAV server or an S3-compatible store. Goes on where it ended. */
export async function uploadCommand(args: readonly string[]): Promise<CliResult> {
  const values = parse(args);
  const { repo = usage(line, '缺少 --repo'), to = usage(line, '缺少 --to') } = values;
  const { messages, log } = collectingLog();
  const { url: shown } = splitAddress(to);
  const result = await publisherResult(log, shown, async () =>
    upload(path.resolve(repo), await placeIn(to, values), { fetch, signal: untilInterrupted(), progress: () => undefined }),
  );
  if (!result.ok) return refusedBy(result.failure, messages);
  const { files, bytes, writtenFiles, writtenBytes } = result.value;
  return done({ ok: true, to: shown, ...result.value }, [
    `${shown}：共 ${files} 个文件 ${bytes} 字节，本次上传 ${writtenFiles} 个 ${writtenBytes} 字节。Uploaded ${writtenFiles} of ${files} files.`,
  ]);
}

async function placeIn(to: string, { user, s3, region }: Values): Promise<UploadPlace> {
  const { SANXUN_USER, SANXUN_PASSWORD = '', AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY = '', AWS_REGION = '' } = process.env;
  if (!/^https?:\/\//i.test(to)) return folder(path.resolve(to));
  if (s3 || (AWS_ACCESS_KEY_ID && user === undefined && SANXUN_USER === undefined)) {
    const accessKey = AWS_ACCESS_KEY_ID ?? usage(line, '缺少环境变量 AWS_ACCESS_KEY_ID');
    return { kind: 's3', url: to, region: region ?? AWS_REGION, accessKey, secretKey: AWS_SECRET_ACCESS_KEY };
  }
  return { kind: 'webdav', url: to, user: user ?? SANXUN_USER ?? '', password: SANXUN_PASSWORD };
}

async function folder(directory: string): Promise<UploadPlace> {
  await mkdir(directory, { recursive: true });
  return { kind: 'folder', directory, place: directory };
}
