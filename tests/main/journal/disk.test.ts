import { execFileSync } from 'node:child_process';
import { constants, readdirSync, readFileSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { clockCommit, clocksOf, openIn, temporaryFolder, using } from '../../support/journals.ts';

afterEach(() => vi.restoreAllMocks());

const systemError = (code: string): Error => Object.assign(new Error(code), { code });

/** What all file handles share: faults put into it hit whatever the journal does with files. */
async function handles(): Promise<FileHandle> {
  const handle = await open(import.meta.filename);
  await handle.close();
  return Object.getPrototypeOf(handle) as FileHandle;
}

/** The next write comes to its end, and yet not to the disk. */
function failAfterWriting(shared: FileHandle): void {
  const write = shared.write;
  vi.spyOn(shared, 'write').mockImplementationOnce(async function (this: FileHandle, ...args: unknown[]) {
    await Reflect.apply(write, this, args);
    throw systemError('EIO');
  } as never);
}

test.skipIf(process.platform !== 'linux')('the file of the journal is open for writes that return when they are on the disk', async () => {
  const folder = temporaryFolder();
  await using(folder, async (journal) => {
    await journal.commit(clockCommit('a'));
    const descriptor = readdirSync('/proc/self/fd').find((each) => targetOf(each) === path.join(folder, 'journal-1.log'));
    const flags = /^flags:\s*(\d+)$/m.exec(readFileSync(`/proc/self/fdinfo/${descriptor}`, 'utf8'))?.[1];
    expect(Number.parseInt(flags ?? '', 8) & constants.O_DSYNC).toBe(constants.O_DSYNC);
  });
});

function targetOf(descriptor: string): string {
  try {
    return readlinkSync(`/proc/self/fd/${descriptor}`);
  } catch {
    return ''; // closed meanwhile
  }
}

describe('injected faults', () => {
  test('a commit that the disk does not take is refused with the cause, leaves nothing behind, and the next one is saved', async () => {
    const folder = temporaryFolder();
    const shared = await handles();
    await using(folder, async (journal) => {
      await journal.commit(clockCommit('a'));
      const before = readFileSync(path.join(folder, 'journal-1.log'));
      failAfterWriting(shared);
      await expect(journal.commit(clockCommit('refused'))).rejects.toMatchObject({ code: 'EIO' });
      expect(readFileSync(path.join(folder, 'journal-1.log'))).toEqual(before);
      expect(journal.mark.n).toBe(1);
      expect(await journal.commit(clockCommit('b'))).toMatchObject({ n: 2 });
    });
    await using(folder, async (journal) => {
      expect(journal.repairs).toEqual([]);
      expect(await clocksOf(journal)).toEqual(['a', 'b']);
    });
  });

  test('half a line written, then no space: cut off, even when cutting works only at the next commit', async () => {
    const folder = temporaryFolder();
    const shared = await handles();
    await using(folder, async (journal) => {
      await journal.commit(clockCommit('a'));
      const before = statSync(path.join(folder, 'journal-1.log')).size;
      const write = shared.write;
      vi.spyOn(shared, 'write').mockImplementationOnce(async function (this: FileHandle, ...args: unknown[]) {
        const [bytes, , , position] = args as [Buffer, number, number, number];
        await Reflect.apply(write, this, [bytes, 0, 40, position]);
        throw systemError('ENOSPC');
      } as never);
      vi.spyOn(shared, 'truncate').mockRejectedValueOnce(systemError('EIO'));
      await expect(journal.commit(clockCommit('refused'))).rejects.toMatchObject({ code: 'ENOSPC' });
      expect(statSync(path.join(folder, 'journal-1.log')).size).toBe(before + 40);
      await journal.commit(clockCommit('b'));
    });
    await using(folder, async (journal) => {
      expect(journal.repairs).toEqual([]);
      expect(await clocksOf(journal)).toEqual(['a', 'b']);
    });
  });

  test('commits made at once share one way to the disk; when it fails, all of them are refused and none stays', async () => {
    const folder = temporaryFolder();
    const shared = await handles();
    const names = Array.from({ length: 100 }, (_, index) => `r${index}`);
    await using(folder, async (journal) => {
      failAfterWriting(shared);
      const refused = await Promise.allSettled(names.map((name) => journal.commit(clockCommit(name))));
      expect(new Set(refused.map(({ status }) => status))).toEqual(new Set(['rejected']));
      expect(await clocksOf(journal)).toEqual([]);
      const writing = vi.spyOn(shared, 'write');
      const marks = await Promise.all(names.map((name) => journal.commit(clockCommit(name))));
      expect(marks.map(({ n }) => n)).toEqual(names.map((_, index) => index + 1));
      expect(writing.mock.calls.length).toBeLessThan(5);
    });
  });

  test('a segment or snapshot that cannot be made leaves the journal as it was', async () => {
    const folder = temporaryFolder();
    const shared = await handles();
    await using(folder, async (journal) => {
      await journal.commit(clockCommit('a'));
      for (let failing = 1; failing <= 4; failing++) {
        let count = 0;
        const sync = shared.sync;
        vi.spyOn(shared, 'sync').mockImplementation(async function (this: FileHandle) {
          if (++count === failing) throw systemError('ENOSPC');
          await Reflect.apply(sync, this, []);
        });
        await expect(journal.compact()).rejects.toMatchObject({ code: 'ENOSPC' });
        vi.restoreAllMocks();
        await journal.commit(clockCommit(`b${failing}`));
      }
      await journal.compact();
    });
    await using(folder, async (journal) => {
      expect(journal.repairs).toEqual([]);
      expect(await clocksOf(journal)).toEqual(['a', 'b1', 'b2', 'b3', 'b4']);
    });
  });
});

/** Mounts a disk of 1 MB, or says why not. */
function mountSmallDisk(): string | null {
  const folder = temporaryFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'pipe' });
  } catch (error) {
    console.warn(`the full disk is only injected here: ${String(error)}`);
    return null;
  }
  onTestFinished(() => void execFileSync('umount', [folder]));
  return folder;
}

test('a disk that is really full: refused, readable, and going on when there is space again', async ({ skip }) => {
  const disk = mountSmallDisk();
  if (!disk) return skip('needs the right to mount a disk');
  const ballast = path.join(disk, 'ballast');
  const folder = path.join(disk, 'journal');
  writeFileSync(ballast, Buffer.alloc(700_000));
  const saved: string[] = [];
  const journal = await openIn(folder, 60_000);
  let failure: unknown = null;
  for (let index = 0; failure === null && index < 10_000; index++) {
    try {
      await journal.commit(clockCommit(`r${index}`));
      saved.push(`r${index}`);
    } catch (error) {
      failure = error;
    }
  }
  expect(failure).toMatchObject({ code: 'ENOSPC' });
  await expect(journal.commit(clockCommit('refused'))).rejects.toMatchObject({ code: 'ENOSPC' });
  await expect(journal.compact()).rejects.toMatchObject({ code: 'ENOSPC' });
  expect(await clocksOf(journal)).toEqual(saved.toSorted());
  await journal.close();

  await using(folder, async (full) => expect(await clocksOf(full)).toEqual(saved.toSorted()), 60_000);
  rmSync(ballast);
  await using(
    folder,
    async (freed) => {
      expect(freed.repairs).toEqual([]);
      await freed.commit(clockCommit('after'));
      await freed.compact();
      expect(await clocksOf(freed)).toEqual([...saved, 'after'].sort());
    },
    60_000,
  );
});
