import { constants, createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

// Other people's TUF repositories, written from the specification alone: plain JSON, Node's cryptography, and none of the
// code that reads them.

export type Json = { [name: string]: unknown };

/** A key with its secret part. */
export interface Signer {
  readonly id: string;
  readonly key: Json;
  readonly sign: (bytes: Buffer) => string;
}

export type KeyForm = 'ed25519' | 'ed25519-pem' | 'ecdsa' | 'ecdsa-sha2-nistp256' | 'ecdsa-hex' | 'rsa';

const pem = (key: KeyObject): string => key.export({ format: 'pem', type: 'spki' }).toString();
const tail = (key: KeyObject, bytes: number): string => key.export({ format: 'der', type: 'spki' }).subarray(-bytes).toString('hex');

/** A new key. Its id is the hash of it, as most tools do, unless one is given. */
export function newSigner(form: KeyForm = 'ed25519', id?: string): Signer {
  const { json, sign: signWith } = made(form);
  return { id: id ?? sha256(canonical(json)), key: json, sign: signWith };
}

function made(form: KeyForm): { readonly json: Json; readonly sign: Signer['sign'] } {
  const json = (keytype: string, scheme: string, value: string): Json => ({ keytype, scheme, keyval: { public: value } });
  if (form === 'rsa') {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const options = { key: privateKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 };
    return { json: json('rsa', 'rsassa-pss-sha256', pem(publicKey)), sign: (bytes) => sign('sha256', bytes, options).toString('hex') };
  }
  if (form.startsWith('ed25519')) {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const value = form === 'ed25519' ? tail(publicKey, 32) : pem(publicKey);
    return { json: json('ed25519', 'ed25519', value), sign: (bytes) => sign(null, bytes, privateKey).toString('hex') };
  }
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const value = form === 'ecdsa-hex' ? tail(publicKey, 65) : pem(publicKey);
  const keytype = form === 'ecdsa-hex' ? 'ecdsa' : form;
  return { json: json(keytype, 'ecdsa-sha2-nistp256', value), sign: (bytes) => sign('sha256', bytes, privateKey).toString('hex') };
}

/** Canonical JSON: names sorted, no spaces, only quotes and backslashes escaped. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value === 'string') return `"${value.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
  if (typeof value !== 'object' || value === null) return String(value);
  const names = Object.keys(value).toSorted();
  return `{${names.map((name) => `${canonical(name)}:${canonical((value as Json)[name])}`).join()}}`;
}

export const hashOf = (algorithm: string, data: string | Buffer): string => createHash(algorithm).update(data).digest('hex');
export const sha256 = (data: string | Buffer): string => hashOf('sha256', data);

/** A signed metadata file. */
export function document(signed: Json, signers: readonly Signer[]): Buffer {
  const bytes = Buffer.from(canonical(signed));
  const signatures = signers.map(({ id, sign: signWith }) => ({ keyid: id, sig: signWith(bytes) }));
  return Buffer.from(JSON.stringify({ signatures, signed }));
}

export const roleNames = ['root', 'targets', 'snapshot', 'timestamp'] as const;
export type RoleName = (typeof roleNames)[number];

/** A role to which the top-level targets delegate, with what it lists. */
export interface Delegated {
  readonly name: string;
  readonly signers: readonly Signer[];
  readonly targets: Readonly<Record<string, string>>;
  /** Paths or prefixes of hashes, as they stand in the delegation. */
  readonly covers: Json;
  readonly terminating?: boolean;
  readonly threshold?: number;
  /** Roles below this one. */
  readonly below?: readonly Delegated[];
}

/** How the writer works; what a tool would have as its settings. */
export interface Style {
  readonly consistent: boolean;
  /** Hash algorithms of targets, in the order in which they are listed. */
  readonly hashes: readonly string[];
  /** Whether snapshot and timestamp say lengths and hashes, or versions only. */
  readonly detailed: boolean;
  /** Where metadata lies in the repository. */
  readonly folder: string;
}

export const ordinary: Style = { consistent: true, hashes: ['sha256'], detailed: true, folder: 'metadata' };

type Change = (signed: Json) => Json;
export type Changes = { readonly [R in RoleName | 'papers']?: Change };

/** Something that each role signs differently: what is changed before it is signed, and who signs. */
export interface Publication {
  readonly delegated?: readonly Delegated[];
  /** A `succinct_roles` field and the signers of its bins (TAP 15); `delegated` then lists the bins. */
  readonly succinct?: Json;
  readonly change?: Changes;
  readonly signers?: { readonly [R in RoleName]?: readonly Signer[] };
}

export class ForeignRepository {
  signers: Record<RoleName, readonly Signer[]>;
  thresholds: Partial<Record<RoleName, number>> = {};
  versions = { root: 0, others: 0 };
  readonly directory: string;
  readonly style: Style;

  constructor(directory: string, style: Partial<Style> = {}, form: KeyForm = 'ed25519') {
    this.directory = directory;
    this.style = { ...ordinary, ...style };
    this.signers = { root: [newSigner(form)], targets: [newSigner(form)], snapshot: [newSigner(form)], timestamp: [newSigner(form)] };
  }

  common(type: string, version: number): Json {
    return { _type: type, spec_version: '1.0.31', version, expires: '2099-01-01T00:00:00Z' };
  }

  async put(file: string, bytes: Buffer): Promise<Buffer> {
    const full = path.join(this.directory, this.style.folder, file);
    await mkdir(path.dirname(full), { recursive: true });
    await writeFile(full, bytes);
    return bytes;
  }

  /** A new root that names the signers of now. It is signed by them, unless told otherwise. */
  async publishRoot(signedBy: readonly Signer[] = this.signers.root, change: Change = (signed) => signed): Promise<Buffer> {
    const version = ++this.versions.root;
    const keys = Object.fromEntries(roleNames.flatMap((role) => this.signers[role]).map(({ id, key }) => [id, key]));
    const roles = Object.fromEntries(
      roleNames.map((role) => [role, { keyids: this.signers[role].map(({ id }) => id), threshold: this.thresholds[role] ?? 1 }]),
    );
    const signed = change({ ...this.common('root', version), consistent_snapshot: this.style.consistent, keys, roles });
    return this.put(`${version}.root.json`, document(signed, signedBy));
  }

  /** A new version of everything below the root; timestamp last. */
  async publish(
    targets: Readonly<Record<string, string>>,
    { delegated = [], succinct, change = {}, signers = {} }: Publication = {},
  ): Promise<void> {
    const version = ++this.versions.others;
    const by = { ...this.signers, ...signers };
    const alter = (role: keyof Changes, signed: Json): Json => (change[role] ?? ((same) => same))(signed);
    const meta: Json = {};
    for (const each of delegated) await this.writeDelegated(each, version, meta, (signed) => alter('papers', signed));
    const delegations = delegated.length === 0 ? {} : { delegations: this.delegationsOf(delegated, succinct) };
    const own = { ...this.common('targets', version), targets: await this.writeTargets(targets), ...delegations };
    meta['targets.json'] = this.describe(version, await this.write('targets', version, alter('targets', own), by.targets));
    const snapshot = alter('snapshot', { ...this.common('snapshot', version), meta });
    const described = this.describe(version, await this.write('snapshot', version, snapshot, by.snapshot));
    const timestamp = alter('timestamp', { ...this.common('timestamp', version), meta: { 'snapshot.json': described } });
    await this.put('timestamp.json', document(timestamp, by.timestamp));
  }

  async write(role: string, version: number, signed: Json, signers: readonly Signer[]): Promise<Buffer> {
    return this.put(this.style.consistent ? `${version}.${role}.json` : `${role}.json`, document(signed, signers));
  }

  async writeDelegated(role: Delegated, version: number, meta: Json, change: Change): Promise<void> {
    const { below = [] } = role;
    for (const each of below) await this.writeDelegated(each, version, meta, change);
    const delegations = below.length === 0 ? {} : { delegations: this.delegationsOf(below) };
    const signed = change({ ...this.common('targets', version), targets: await this.writeTargets(role.targets), ...delegations });
    meta[`${role.name}.json`] = this.describe(version, await this.write(role.name, version, signed, role.signers));
  }

  delegationsOf(delegated: readonly Delegated[], succinct?: Json): Json {
    const keys = Object.fromEntries(delegated.flatMap(({ signers }) => signers).map(({ id, key }) => [id, key]));
    if (succinct) return { keys, succinct_roles: succinct };
    const roles = delegated.map(({ name, signers, covers, terminating = false, threshold = 1 }) => ({
      name,
      keyids: signers.map(({ id }) => id),
      threshold,
      terminating,
      ...covers,
    }));
    return { keys, roles };
  }

  describe(version: number, bytes: Buffer): Json {
    return this.style.detailed ? { version, length: bytes.length, hashes: { sha256: sha256(bytes) } } : { version };
  }

  async writeTargets(targets: Readonly<Record<string, string>>): Promise<Json> {
    const listed: Json = {};
    for (const [name, text] of Object.entries(targets)) {
      const hashes = Object.fromEntries(this.style.hashes.map((algorithm) => [algorithm, hashOf(algorithm, text)]));
      const [first = ''] = Object.values(hashes);
      const base = this.style.consistent ? `${first}.${path.posix.basename(name)}` : path.posix.basename(name);
      const file = path.join(this.directory, 'targets', path.posix.dirname(name), base);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, text);
      listed[name] = { length: Buffer.byteLength(text), hashes };
    }
    return listed;
  }

  fileOf(name: string): string {
    return path.join(this.directory, this.style.folder, name);
  }

  /** Changes the bytes of a metadata file that was signed already. */
  async edit(name: string, change: (text: string) => string): Promise<void> {
    await writeFile(this.fileOf(name), change(await readFile(this.fileOf(name), 'utf8')));
  }

  async remove(name: string): Promise<void> {
    await rm(this.fileOf(name));
  }
}
