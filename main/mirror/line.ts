import { setTimeout as sleep } from 'node:timers/promises';
import type { Fetch } from '../sync/sources/http-reader.ts';
import { Refusal } from '../sync/refusal.ts';

/** One request, made anew for each try: a signature holds for some minutes only. */
export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | null;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Buffer;
}

export interface Line {
  readonly label: string;
  readonly fetch: Fetch;
  /** Sends a request until it is answered. Throws Refusal cancelled, source-unreachable, too-large. */
  send(make: () => Promise<HttpRequest>, cap: number, signal: AbortSignal): Promise<Answer>;
}

/** Waits between the tries (ms), each up to half longer by chance, so that several senders do not meet again. */
const waits = [300, 1_000, 3_000, 8_000];

/** A try is given up after this long (ms), and so much longer for each byte that goes: 16 kB/s is the slowest line that counts. */
const patience = { answer: 30_000, perByte: 1 / 16 } as const;

export function openLine(label: string, fetch: Fetch): Line {
  return {
    label,
    fetch,
    async send(make, cap, signal) {
      for (let attempt = 0; ; attempt += 1) {
        const wait = waits[attempt];
        const outcome = await tryOnce(await make());
        if (outcome.answer && (wait === undefined || !isPassing(outcome.answer.status))) return outcome.answer;
        if (wait === undefined) throw new Refusal('source-unreachable', label, 'the line keeps breaking', outcome.error);
        await pause(wait * (1 + Math.random() / 2));
      }

      async function tryOnce({ url, ...request }: HttpRequest): Promise<{ answer: Answer | null; error?: unknown }> {
        const body = request.body === null ? null : new Uint8Array(request.body);
        const time = Math.ceil(patience.answer + Math.max(body?.length ?? 0, cap) * patience.perByte);
        try {
          const response = await fetch(url, {
            ...request,
            body,
            cache: 'no-store',
            signal: AbortSignal.any([signal, AbortSignal.timeout(time)]),
          });
          return { answer: { status: response.status, headers: response.headers, body: await collect(response, cap, label) } };
        } catch (error) {
          stopIfAborted(error);
          if (error instanceof Refusal) throw error;
          return { answer: null, error };
        }
      }

      async function pause(time: number): Promise<void> {
        await sleep(time, null, { signal }).catch(stopIfAborted);
      }

      function stopIfAborted(error: unknown): void {
        if (signal.aborted) throw new Refusal('cancelled', label, 'cancelled by the person', error);
      }
    },
  };
}

/** Answers that may be others in a moment: the server is busy, starting, or too many ask at once. */
const isPassing = (status: number): boolean => [408, 425, 429, 500, 502, 503, 504].includes(status);

async function collect(response: Response, cap: number, label: string): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > cap) throw new Refusal('too-large', label, `more than ${cap} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** What an answer to a request for writing means, where it was not taken. */
export function refusalOf({ status }: Answer, name: string, label: string): Refusal {
  const reason = `${name}: HTTP ${status}`;
  if ([401, 403, 405, 501].includes(status)) return new Refusal('upload-refused', label, reason);
  if (status === 413) return new Refusal('publish-refused', tooSmall, reason);
  if (status === 507) return new Refusal('disk-full', label, reason);
  if (status === 404 || status === 409) return new Refusal('publish-refused', `${label} 上没有这个位置，请核对上传地址。`, reason);
  return new Refusal(isPassing(status) ? 'source-unreachable' : 'write-failed', label, reason);
}

const tooSmall = '服务器不接收这样大的文件（至多 20 MB），请服务器管理员放宽单个文件的上限（nginx：client_max_body_size 32m）。';
