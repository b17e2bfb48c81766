import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { Refusal } from '../../../../main/sync/refusal.ts';
import { openPublisher } from '../../../../main/sync/trust/publishers.ts';
import { lookAtRoot, trustRoot } from '../../../../main/sync/trust/root-file.ts';
import { newSigner } from '../foreign-repository.ts';
import { openOffice, outcomeOf, type Office } from './office.ts';

const publisherOf = ({ publishers, fingerprint }: Office) => openPublisher(publishers, fingerprint);

async function look(office: Office, bytes: Buffer) {
  try {
    return await lookAtRoot(bytes, await publisherOf(office));
  } catch (error) {
    if (error instanceof Refusal) return error.failure.kind;
    throw error;
  }
}

const second = (office: Office): Promise<Buffer> => readFile(path.join(office.newer, 'metadata/2.root.json'));

describe('a root file that a person chose', () => {
  test('is the same, one that the trusted keys lead to, or another publisher’s', async () => {
    const office = await openOffice();
    const stranger = await openOffice();
    const { fingerprint } = office;
    expect(await look(office, office.root)).toEqual({ fingerprint, version: 1, link: 'same' });
    expect(await look(office, await second(office))).toEqual({ fingerprint, version: 2, link: 'chain' });
    expect(await look(office, stranger.root)).toEqual({ fingerprint: stranger.fingerprint, version: 1, link: 'other' });
    expect(await look(office, await second(stranger))).toBe('wrong-key');
    expect(await look(office, Buffer.from('{}'))).toBe('tampered');
    expect(await look(office, Buffer.from(office.root.toString().replace('2099', '2098')))).toBe('tampered');
  });

  test('may be several rotations ahead, and never behind', async () => {
    const office = await openOffice();
    for (let version = 3; version <= 6; version++) await office.repository.publishRoot();
    const sixth = await readFile(office.repository.fileOf('6.root.json'));
    expect(await look(office, sixth)).toMatchObject({ version: 6, link: 'chain' });
    await trustRoot(office.publishers, sixth, await publisherOf(office));
    expect(await look(office, await second(office))).toBe('older');
    expect(await look(office, sixth)).toMatchObject({ version: 6, link: 'same' });
  });

  test('is no further ahead than anybody rotates', async () => {
    const office = await openOffice();
    office.repository.versions.root = 300;
    expect(await look(office, await office.repository.publishRoot())).toBe('older');
  });

  test('that replaces the trusted one makes the old keys worth nothing', async () => {
    const office = await openOffice();
    expect(await trustRoot(office.publishers, await second(office), await publisherOf(office))).toBe(office.fingerprint);
    expect(await outcomeOf(office, office.accepted)).toBe('wrong-key');
    expect(await outcomeOf(office, office.newer)).toBe('targets 3');
  });

  test('brings a publisher back whose roots in between were lost everywhere', async () => {
    const office = await openOffice();
    const before = office.repository.signers.root;
    office.repository.signers = { ...office.repository.signers, root: [newSigner()], timestamp: [newSigner()] };
    office.repository.versions.root = 4;
    const fifth = await office.repository.publishRoot([...before, ...office.repository.signers.root]);
    await office.repository.publish({ 'a.txt': 'five' });
    await office.repository.remove('2.root.json');
    expect(await outcomeOf(office, office.repository.directory)).toBe('wrong-key');
    await trustRoot(office.publishers, fifth, await publisherOf(office));
    expect(await outcomeOf(office, office.repository.directory)).toBe('targets 4');
  });

  test('of another publisher is trusted beside the old one, with a floor of its own', async () => {
    const office = await openOffice();
    const stranger = await openOffice();
    const fingerprint = await trustRoot(office.publishers, stranger.root, await publisherOf(office));
    expect(fingerprint).toBe(stranger.fingerprint);
    const other = { publishers: office.publishers, fingerprint };
    expect(await outcomeOf(other, stranger.older)).toBe('targets 1');
    expect(await outcomeOf(office, office.older)).toBe('older');
    expect(await outcomeOf(other, office.newer)).toBe('wrong-key');
  });
});
