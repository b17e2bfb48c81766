import { CFB } from '@e965/xlsx';

const mark = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/** Whether a file is a compound file ([MS-CFB] 2.2), as Office wrote before 2007 and still does for files with a password. */
export const isCompound = (bytes: Buffer): boolean => bytes.subarray(0, mark.length).equals(mark);

/** Names of the streams that stand directly in the root; those of embedded objects stand deeper. Null where the directory is damaged. */
export function rootStreams(bytes: Buffer): ReadonlySet<string> | null {
  try {
    const { FullPaths } = CFB.read(bytes, { type: 'buffer' }) as { readonly FullPaths: readonly string[] }; // the library types it as any
    const [root = ''] = FullPaths;
    return new Set(
      FullPaths.flatMap((path) => (path.startsWith(root) && !path.slice(root.length).includes('/') ? [path.slice(root.length)] : [])),
    );
  } catch {
    return null; // whatever the library stumbles over, the directory is not whole
  }
}
