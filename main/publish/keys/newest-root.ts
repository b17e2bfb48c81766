import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Root } from '@tufjs/models';
import { codeOf } from '../../files.ts';
import { followRoots, type RootChain } from '../../mirror/root-chain.ts';
import { refuse } from '../problem.ts';

/** Follows the roots in a repository folder; null where there is none. Throws PublishRefusal repository-damaged. */
export async function readRoots(repository: string): Promise<RootChain | null> {
  try {
    return await followRoots((version) => read(repository, version));
  } catch (error) {
    return refuse('repository-damaged', `发布文件夹已损坏，根文件核对不上：${repository}（${String(error)}）。请从备份恢复。`, error);
  }
}

async function read(repository: string, version: number): Promise<Buffer | null> {
  try {
    return await readFile(path.join(repository, 'metadata', `${version}.root.json`));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Ids of the keys that a root names for the root role, and for all others, which the online keys sign. */
export const rootIds = (root: Root): readonly string[] => root.roles.root?.keyIDs ?? [];
export const onlineIds = (root: Root): readonly string[] => root.roles.timestamp?.keyIDs ?? [];
export const rootThreshold = (root: Root): number => root.roles.root?.threshold ?? 1;
