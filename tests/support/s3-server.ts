import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface S3Options {
  readonly accessKey: string;
  readonly secretKey: string;
  readonly region: string;
  readonly bucket: string;
  /** Whether anybody may read, as in a bucket behind a public address. */
  readonly publicRead: boolean;
  /** What its clock says, in milliseconds since 1970. */
  readonly now: () => number;
}

export interface S3Server {
  /** Address of the bucket. */
  readonly url: string;
  readonly objects: ReadonlyMap<string, Buffer>;
  stop(): Promise<void>;
}

/** A signature is good for this long (ms), as at Amazon. */
const skew = 15 * 60_000;

/**
 * A small S3-compatible store on a loopback port: PUT, GET, HEAD of objects, and signature version 4 checked by the letter
 * of Amazon's description ("Authenticating Requests: Using the Authorization Header"), with nothing of a client library.
 */
export async function startS3(options: S3Options): Promise<S3Server> {
  const objects = new Map<string, Buffer>();
  const server = createServer((request, response) => void answer(options, objects, request, response));
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/${options.bucket}`, objects, stop: () => stop(server) };
}

async function answer(options: S3Options, objects: Map<string, Buffer>, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const body = await bodyOf(request);
    const problem = whyRefused(options, request, body);
    if (problem) refuse(response, request, problem);
    else serve(options, objects, { request, response, body });
  } catch {
    response.destroy(); // the other side went away while it sent
  }
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly body: Buffer;
}

function serve({ bucket, publicRead }: S3Options, objects: Map<string, Buffer>, { request, response, body }: Exchange): void {
  const [, name, ...rest] = pathOf(request).split('/');
  const key = rest.join('/');
  if (name !== bucket) return refuse(response, request, { status: 404, code: 'NoSuchBucket' });
  if (request.method === 'PUT') {
    objects.set(key, body);
    response.writeHead(200, { etag: `"${createHash('md5').update(body).digest('hex')}"` }).end();
    return undefined;
  }
  const object = objects.get(key);
  if (!object) return refuse(response, request, publicRead ? { status: 404, code: 'NoSuchKey' } : { status: 403, code: 'AccessDenied' });
  response.writeHead(200, { 'content-length': object.length, 'content-type': 'application/octet-stream' });
  response.end(request.method === 'HEAD' ? undefined : object);
  return undefined;
}

interface Problem {
  readonly status: number;
  readonly code: string;
}

/** Null where the request may go on. */
function whyRefused({ accessKey, secretKey, region, publicRead, now }: S3Options, request: IncomingMessage, body: Buffer): Problem | null {
  const { authorization } = request.headers;
  if (!authorization) return publicRead && request.method !== 'PUT' ? null : { status: 403, code: 'AccessDenied' };
  const parsed =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([a-z0-9;-]+), Signature=([0-9a-f]{64})$/.exec(
      authorization,
    );
  const [, id = '', day = '', zone = '', names = '', signature = ''] = parsed ?? [];
  if (id !== accessKey) return { status: 403, code: 'InvalidAccessKeyId' };
  const time = header(request, 'x-amz-date');
  if (Math.abs(instantOf(time) - now()) > skew) return { status: 403, code: 'RequestTimeTooSkewed' };
  const declared = header(request, 'x-amz-content-sha256');
  if (declared !== sha256(body)) return { status: 400, code: 'XAmzContentSHA256Mismatch' };
  const signedNames = names.split(';');
  const covers = ['host', 'x-amz-content-sha256', 'x-amz-date'].every((name) => signedNames.includes(name));
  if (!covers || zone !== region || !time.startsWith(day)) return { status: 403, code: 'AuthorizationHeaderMalformed' };
  const canonical = canonicalRequest(request, signedNames, declared);
  const text = ['AWS4-HMAC-SHA256', time, `${day}/${zone}/s3/aws4_request`, sha256(canonical)].join('\n');
  const key = ['s3', 'aws4_request'].reduce(hmac, hmac(hmac(`AWS4${secretKey}`, day), zone));
  const wanted = hmac(key, text);
  return timingSafeEqual(wanted, Buffer.from(signature, 'hex')) ? null : { status: 403, code: 'SignatureDoesNotMatch' };
}

function canonicalRequest(request: IncomingMessage, names: readonly string[], payload: string): string {
  const encoded = pathOf(request).split('/').map(encodeSegment).join('/');
  const headers = names.map((name) => `${name}:${header(request, name).trim().replaceAll(/ +/g, ' ')}\n`).join('');
  return [request.method, encoded, '', headers, names.join(';'), payload].join('\n');
}

const pathOf = (request: IncomingMessage): string => decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
const encodeSegment = (segment: string): string =>
  encodeURIComponent(segment).replaceAll(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
const header = (request: IncomingMessage, name: string): string => String(request.headers[name] ?? '');
const sha256 = (data: Buffer | string): string => createHash('sha256').update(data).digest('hex');
const hmac = (key: Buffer | string, text: string): Buffer => createHmac('sha256', key).update(text).digest();
const instantOf = (time: string): number =>
  Date.parse(time.replace(/^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/, '$1-$2-$3T$4:$5:$6Z'));

function refuse(response: ServerResponse, request: IncomingMessage, { status, code }: Problem): void {
  response.writeHead(status, { 'content-type': 'application/xml' });
  response.end(request.method === 'HEAD' ? undefined : `<?xml version="1.0"?><Error><Code>${code}</Code></Error>`);
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => void server.close(() => resolve()));
}
