import { expect, test } from 'vitest';
import { splitAddress } from '../../main/address.ts';
import { s3Depot } from '../../main/mirror/s3-depot.ts';
import { webdavDepot } from '../../main/mirror/webdav-depot.ts';
import { locate } from '../../main/sync/sources/places.ts';

const shown = 'https://files.example.com/dav/';
const given = 'https://clerk:g%25heim@files.example.com/dav/';

test('an address comes apart into what is shown and what opens it', () => {
  expect(splitAddress(given)).toEqual({ url: shown, user: 'clerk', password: 'g%heim' });
  expect(splitAddress('https://clerk:100%@files.example.com/dav/')).toEqual({ url: shown, user: 'clerk', password: '100%' });
  for (const plain of [shown, 'https://files.example.com', '/mnt/stick', 'E:\\培训', ''])
    expect(splitAddress(plain)).toEqual({ url: plain, user: '', password: '' });
});

test('a user and password in an address are neither shown nor kept with a place', async () => {
  const place = await locate(
    { kind: 'http', url: given },
    () => null,
    async () => [],
  );
  expect(place).toEqual({ kind: 'http', at: shown, label: shown });
  expect(webdavDepot({ url: given, user: '', password: '' }, fetch).label).toBe(shown);
  expect(s3Depot({ url: given, region: '', accessKey: 'a', secretKey: 's' }, fetch).label).toBe(shown);
});
