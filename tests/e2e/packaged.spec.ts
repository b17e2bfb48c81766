// The packaged program as `npm run dist` makes it: fused, from its archive, on a profile that never existed.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, test } from '@playwright/test';
import { chooseFirstPerson, temporaryFolder } from '../support/launch.ts';
import { ensureUnpacked, launchPackaged, unpackedFolder, unpackedProgram } from '../support/packaged.ts';

test.describe.configure({ timeout: 60_000 });
test.beforeAll(ensureUnpacked);

test('the packaged program refuses to be Node, to be debugged and to load anything but its archive', async () => {
  const wire = await getCurrentFuseWire(unpackedProgram);
  const isOn = (fuse: FuseV1Options): boolean => wire[fuse] === FuseState.ENABLE;
  expect({
    runAsNode: isOn(FuseV1Options.RunAsNode),
    cookieEncryption: isOn(FuseV1Options.EnableCookieEncryption),
    nodeOptions: isOn(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
    nodeInspect: isOn(FuseV1Options.EnableNodeCliInspectArguments),
    archiveIntegrity: isOn(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
    onlyArchive: isOn(FuseV1Options.OnlyLoadAppFromAsar),
    fileProtocol: isOn(FuseV1Options.GrantFileProtocolExtraPrivileges),
  }).toEqual({
    runAsNode: false,
    cookieEncryption: true,
    nodeOptions: false,
    nodeInspect: false,
    archiveIntegrity: true,
    onlyArchive: true,
    fileProtocol: false,
  });
});

test('the archive holds the program and the starter repository, and nothing of the workshop', () => {
  const resources = path.join(unpackedFolder, 'resources');
  const files = listPackage(path.join(resources, 'app.asar'), { isPack: false }).map((file) => file.replaceAll('\\', '/').slice(1));
  expect(files).toEqual(
    expect.arrayContaining(['package.json', 'dist/main/index.js', 'dist/preload/index.cjs', 'dist/renderer/index.html']),
  );
  expect(files).toContain('dist/starter/metadata/timestamp.json');
  expect(files.filter((file) => file.endsWith('.map') || /^(?!dist($|\/)|package\.json$)/.test(file))).toEqual([]);
  expect(readdirSync(resources)).not.toContain('default_app.asar');
});

test('the packaged program starts on a fresh profile and reads the starter repository from its archive', async () => {
  const profile = temporaryFolder('packaged');
  const { page, stop } = await launchPackaged(profile.path);
  try {
    await expect(page.getByRole('heading', { name: '请选择单位和姓名' })).toBeVisible();
    await chooseFirstPerson(page);
  } finally {
    await stop();
    profile.remove();
  }
});
