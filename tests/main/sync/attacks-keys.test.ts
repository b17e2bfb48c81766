import { describe } from 'vitest';
import { runAll } from './attack-scene.ts';
import { newSigner, type Json, type RoleName } from './foreign-repository.ts';

const stranger = newSigner();

describe('keys and thresholds', () => {
  const two = [newSigner(), newSigner()] as const;
  const twice = { ...newSigner(), id: 'one' };
  const again = { ...twice, id: 'another' };
  runAll({
    'one of two root keys': {
      kind: 'wrong-key',
      prepare(repository) {
        repository.signers = { ...repository.signers, root: two };
        repository.thresholds = { root: 2 };
      },
      attack: ({ repository }) => repository.publishRoot(two.slice(0, 1)),
    },
    'one of two timestamp keys': {
      kind: 'wrong-key',
      prepare(repository) {
        repository.signers = { ...repository.signers, timestamp: two };
        repository.thresholds = { timestamp: 2 };
      },
      attack: ({ publish }) => publish('bad', { signers: { timestamp: two.slice(0, 1) } }),
    },
    'one signature twice': {
      kind: 'tampered',
      async attack({ repository, publish }) {
        await publish('bad');
        await repository.edit('timestamp.json', (text) => {
          const { signatures, signed } = JSON.parse(text) as { signatures: Json[]; signed: Json };
          return JSON.stringify({ signatures: [...signatures, ...signatures], signed });
        });
      },
    },
    'one key under two ids': {
      kind: 'wrong-key',
      heal: ({ repository }) => repository.publishRoot(),
      async attack({ repository, publish }) {
        const { signers } = repository;
        repository.signers = { ...signers, timestamp: [twice, again] };
        repository.thresholds = { timestamp: 2 };
        await repository.publishRoot();
        await publish('bad');
        Object.assign(repository, { signers, thresholds: {} });
      },
    },
    'an id twice in a role': {
      kind: 'tampered',
      attack: ({ repository }) =>
        repository.publishRoot(repository.signers.root, (signed) => {
          const roles = signed['roles'] as Record<RoleName, { keyids: string[] }>;
          const keyids = [...roles.timestamp.keyids, ...roles.timestamp.keyids];
          return { ...signed, roles: { ...roles, timestamp: { keyids, threshold: 2 } } };
        }),
    },
    'a threshold of none': {
      kind: 'tampered',
      attack: ({ repository }) =>
        repository.publishRoot(repository.signers.root, (signed) => {
          const roles = signed['roles'] as Record<RoleName, Json>;
          return { ...signed, roles: { ...roles, timestamp: { keyids: [], threshold: 0 } } };
        }),
    },
    'a new root signed by its own keys only': {
      kind: 'wrong-key',
      async attack({ repository }) {
        repository.signers = { ...repository.signers, root: [newSigner()] };
        await repository.publishRoot();
      },
    },
    'a new root signed by the old keys only': {
      kind: 'wrong-key',
      async attack({ repository }) {
        const { root } = repository.signers;
        repository.signers = { ...repository.signers, root: [newSigner()] };
        await repository.publishRoot(root);
      },
    },
    'a timestamp by a key that was given up': {
      kind: 'wrong-key',
      heal: async () => undefined,
      async attack({ repository, publish }) {
        const { timestamp } = repository.signers;
        repository.signers = { ...repository.signers, timestamp: [newSigner()] };
        await repository.publishRoot();
        await publish('bad', { signers: { timestamp } });
      },
    },
    'a signature that calls itself by the right id': {
      kind: 'tampered',
      attack: ({ repository, publish }) =>
        publish('bad', { signers: { timestamp: [{ ...stranger, id: repository.signers.timestamp[0]!.id }] } }),
    },
    'a key of a kind that nobody knows': {
      kind: 'not-understood',
      async attack({ repository, publish }) {
        const key = { keytype: 'ml-dsa-65', scheme: 'ml-dsa-65', keyval: { public: '00' } };
        const { signers } = repository;
        repository.signers = { ...signers, timestamp: [{ ...stranger, key }] };
        await repository.publishRoot();
        await publish('bad');
        repository.signers = signers;
      },
      heal: ({ repository }) => repository.publishRoot(),
    },
  });
});
