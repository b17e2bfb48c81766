import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { hashFile } from '../files.ts';

/**
 * Hex SHA-256 of a file as the medium holds it. Reading a file that was just written proves nothing: the system answers
 * from its memory even when a stick dropped every byte. Linux can read around that memory (O_DIRECT, through `dd`, since
 * Node has no aligned buffers); elsewhere, and on file systems that refuse, the file is read in the ordinary way.
 */
export async function hashFromMedium(file: string): Promise<string> {
  return (process.platform === 'linux' ? await hashDirect(file) : null) ?? hashFile(file);
}

/** Null where the direct read was not possible; the ordinary read then finds out why. */
async function hashDirect(file: string): Promise<string | null> {
  const hash = createHash('sha256');
  const reader = spawn('dd', [`if=${file}`, 'iflag=direct', 'bs=1M', 'status=none'], { stdio: ['ignore', 'pipe', 'ignore'] });
  const exit = exitCode(reader);
  for await (const chunk of reader.stdout) hash.update(chunk as Buffer);
  return (await exit) === 0 ? hash.digest('hex') : null;
}

/** -1 where there is no such program. Asked for at once: a failure to start is told before anything is read. */
async function exitCode(child: ChildProcess): Promise<number | null> {
  try {
    const [code] = (await once(child, 'close')) as [number | null];
    return code;
  } catch {
    return -1;
  }
}
