import { AwsV4Signer } from 'aws4fetch';
import { splitAddress } from '../address.ts';
import { hashBytes } from '../files.ts';
import type { Fetch } from '../sync/sources/http-reader.ts';
import { Refusal } from '../sync/refusal.ts';
import type { Depot } from './depot.ts';
import { openLine, refusalOf, type Answer } from './line.ts';

export interface S3Place {
  /** Endpoint with the bucket, and folders in it where there are any: `https://s3.example.com/sanxun`. */
  readonly url: string;
  /** '' for stores that have none. */
  readonly region: string;
  readonly accessKey: string;
  readonly secretKey: string;
}

const shortAnswer = 100_000;

/** A bucket of an S3-compatible store, with addresses that name the bucket in their path. */
export function s3Depot({ url, region, accessKey, secretKey }: S3Place, fetch: Fetch): Depot {
  const place = splitAddress(url).url;
  const base = new URL(place.endsWith('/') ? place : `${place}/`);
  const label = base.href;
  const line = openLine(label, fetch);
  const keys = { accessKeyId: accessKey, secretAccessKey: secretKey, region: region || 'us-east-1', service: 's3' };

  /** Signature version 4 over the headers and the hash of the body, which the store checks: what arrives is what was sent. */
  async function ask(
    method: string,
    file: string,
    signal: AbortSignal,
    { body = null, cap = shortAnswer, headers = {} }: Asked = {},
  ): Promise<Answer> {
    return line.send(
      async () => {
        const wanted = { ...headers, 'x-amz-content-sha256': hashBytes(body ?? '') };
        const signer = new AwsV4Signer({ ...keys, method, url: new URL(file, base).href, headers: wanted });
        const signed = await signer.sign();
        return { method, url: signed.url.href, headers: Object.fromEntries(signed.headers), body };
      },
      cap,
      signal,
    );
  }

  /** Stores answer 403 for what is not there to somebody who may not list the bucket. That the keys are right shows at the first PUT. */
  async function found(method: 'GET' | 'HEAD', file: string, cap: number, signal: AbortSignal): Promise<Answer | null> {
    const answer = await ask(method, file, signal, { cap });
    if (answer.status === 200) return answer;
    if (answer.status === 404 || (answer.status === 403 && !isBadKey(answer))) return null;
    throw refused(answer, file);
  }

  async function find(file: string, signal: AbortSignal): Promise<number | null> {
    const answer = await found('HEAD', file, shortAnswer, signal);
    return answer && Number(answer.headers.get('content-length') ?? Number.NaN);
  }

  async function put(file: string, body: Buffer, signal: AbortSignal, headers: Readonly<Record<string, string>> = {}): Promise<void> {
    const answer = await ask('PUT', file, signal, { body, headers: { 'content-type': 'application/octet-stream', ...headers } });
    if (answer.status !== 200) throw refused(answer, file);
    const length = await find(file, signal);
    if (length === null) throw new Refusal('upload-refused', label, `${file} was put and may not be read`);
    if (length !== body.length) throw new Refusal('verify-mismatch', file, `${length} of ${body.length} bytes are there`);
  }

  function refused(answer: Answer, file: string): Refusal {
    const text = answer.body.toString('utf8');
    const reason = `${file}: HTTP ${answer.status} ${text.slice(0, 300)}`;
    if (text.includes('RequestTimeTooSkewed'))
      return new Refusal('publish-refused', '本机时间与服务器相差太大，请先校准日期和时间。', reason);
    if (text.includes('NoSuchBucket')) return new Refusal('publish-refused', `${label} 上没有这个存储桶，请核对上传地址。`, reason);
    return refusalOf(answer, file, label);
  }

  return {
    label,
    find,
    read: async (file, cap, signal) => (await found('GET', file, cap, signal))?.body ?? null,
    prepare: () => Promise.resolve(),
    put,
    /** A store shows the old object or the new one. No cache in between may keep this one. */
    putLast: (file, bytes, signal) => put(file, bytes, signal, { 'cache-control': 'no-cache' }),
  };
}

interface Asked {
  readonly body?: Buffer | null;
  readonly cap?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

const isBadKey = ({ body }: Answer): boolean => /SignatureDoesNotMatch|InvalidAccessKeyId|RequestTimeTooSkewed/.test(body.toString('utf8'));
