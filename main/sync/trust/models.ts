import { Key, Metadata, MetaFile, Root, Snapshot, TargetFile, Targets, ValueError, type MetadataKind } from '@tufjs/models';
import { Delegations } from '@tufjs/models/dist/delegations.js';
import { DelegatedRole } from '@tufjs/models/dist/role.js';
import type { JSONObject, JSONValue } from '@tufjs/models/dist/utils/types.js';
import { TrustedMetadataStore } from 'tuf-js/dist/store.js';

// tuf-js builds its lists by copying them once for each entry, which takes minutes for the bins and targets of a large
// repository, and checks signatures over what it writes back, not over what came: roles named like numbers change their
// order there. Here the lists are read in one go, and a signature counts for exactly the JSON that was signed (spec 4.2.1).

const readMetadata = Metadata.fromJSON.bind(Metadata);
const readRoot = Root.fromJSON.bind(Root);
const readSnapshot = Snapshot.fromJSON.bind(Snapshot);
const readTargets = Targets.fromJSON.bind(Targets);
const readDelegations = Delegations.fromJSON.bind(Delegations);
const rolesInOrder = new WeakMap<Delegations, readonly DelegatedRole[]>();

Reflect.set(Metadata, 'fromJSON', (type: MetadataKind.Targets, data: JSONObject) => {
  const metadata = readMetadata(type, data);
  const { signed } = data;
  if (isObject(signed)) metadata.signed.toJSON = () => signed;
  return metadata;
});

/** Writers leave out what is false; python-tuf reads it so too. */
Root.fromJSON = ({ consistent_snapshot: consistent = false, ...data }) => readRoot({ ...data, consistent_snapshot: consistent });

Snapshot.fromJSON = ({ meta, ...data }) => {
  const snapshot = readSnapshot({ ...data, meta: {} });
  const files = namedObjects('meta', meta).map(([name, file]) => [name, MetaFile.fromJSON(withoutNulls(file))] as const);
  return new Snapshot({ ...snapshot, meta: Object.fromEntries(files) });
};

Targets.fromJSON = ({ targets, ...data }) => {
  const read = readTargets({ ...withoutNulls(data), targets: {} });
  const files = namedObjects('targets', targets).map(([name, file]) => [name, TargetFile.fromJSON(name, file)] as const);
  return new Targets({ ...read, targets: Object.fromEntries(files) });
};

Delegations.fromJSON = ({ keys, roles, ...data }) => {
  const read = readDelegations({ ...withoutNulls(data), keys: {} });
  const named = namedObjects('keys', keys).map(([id, key]) => [id, Key.fromJSON(id, key)] as const);
  const listed = listOf(roles)?.map((role) => DelegatedRole.fromJSON(withoutNulls(role)));
  const byName = listed && Object.fromEntries(listed.map((role) => [role.name, role] as const));
  if (byName && Object.keys(byName).length < (listed?.length ?? 0)) throw new ValueError('two delegated roles of one name');
  const delegations = new Delegations({ ...read, keys: Object.fromEntries(named), ...(byName && { roles: byName }) });
  rolesInOrder.set(delegations, listed ?? []);
  return delegations;
};

/** The roles that a targets file delegates to, in the order in which they are asked (spec 5.6.7). */
export const rolesOf = (delegations: Delegations): readonly DelegatedRole[] => rolesInOrder.get(delegations) ?? [];

export { Metadata, TrustedMetadataStore };

function namedObjects(what: string, value: JSONValue | undefined): readonly (readonly [string, JSONObject])[] {
  if (value === undefined) return [];
  if (!isObject(value)) throw new TypeError(`${what} is malformed`);
  return Object.entries(value).map(([name, member]) => [name, objectIn(what, member)]);
}

/** Undefined where there is none: the roles may be succinct. */
function listOf(roles: JSONValue | undefined): readonly JSONObject[] | undefined {
  if (roles === undefined || roles === null) return undefined;
  if (!Array.isArray(roles)) throw new TypeError('roles is malformed');
  return roles.map((role) => objectIn('roles', role));
}

function objectIn(what: string, value: JSONValue): JSONObject {
  if (!isObject(value)) throw new TypeError(`${what} is malformed`);
  return value;
}

/** Some writers say null where others leave a field out. */
const withoutNulls = (data: JSONObject): JSONObject => Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null));

const isObject = (value: JSONValue | undefined): value is JSONObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
