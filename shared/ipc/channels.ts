import type { Channel, EventChannel } from './contract.ts';

const requests: Record<Channel, true> = {
  'app:info': true,
  'settings:get': true,
  'settings:set': true,
  'journal:commit': true,
  'journal:since': true,
  'journal:rows': true,
  'packages:installed': true,
  'packages:overview': true,
  'packages:probe': true,
  'packages:add-source': true,
  'packages:remove-source': true,
  'packages:order-sources': true,
  'packages:choose-root': true,
  'packages:trust-root': true,
  'packages:drives': true,
  'packages:choose-folder': true,
  'packages:sync': true,
  'packages:discard': true,
  'packages:put-off': true,
  'packages:blocks': true,
  'packages:settle': true,
  'packages:restore': true,
  'packages:roll-back': true,
  'packages:history': true,
  'packages:seen': true,
  'packages:carriable': true,
  'packages:carry': true,
  'publisher:state': true,
  'publisher:add-destination': true,
  'publisher:remove-destination': true,
  'publisher:upload': true,
  'publisher:protect': true,
  'publisher:unlock': true,
  'publisher:export-keys': true,
  'publisher:remove-root-keys': true,
  'publisher:import-keys': true,
  'publisher:rotate': true,
  'exports:places': true,
  'exports:choose-place': true,
  'exports:write': true,
  'bank:choose-files': true,
  'bank:read': true,
  'bank:entries': true,
  'bank:source': true,
  'bank:release': true,
  'bank:collect': true,
  'bank:collect-add': true,
  'bank:export': true,
  'bank:preview': true,
  'bank:publish': true,
  'tasks:cancel': true,
};
const events: Record<EventChannel, true> = { 'task:progress': true, 'packages:changed': true };

/** The preload's allow-list. It stands apart from parse.ts so that the preload carries no schemas. */
export const requestChannels: ReadonlySet<string> = new Set(Object.keys(requests));
export const eventChannels: ReadonlySet<string> = new Set(Object.keys(events));

/**
 * Channels whose arguments and reply cross the bridge as JSON text, both ways: the preload's border copies a text at once,
 * but a megabyte of objects for a tenth of a second, during which the window does not answer. Nothing in them is `undefined`.
 */
export const textChannels: ReadonlySet<string> = new Set<Channel>([
  'journal:commit',
  'journal:since',
  'journal:rows',
  'bank:entries',
  'bank:collect-add',
]);
