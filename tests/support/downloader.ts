// A process that downloads and may be killed at any moment: `node --import source-alias.mjs downloader.ts JSON`.
import { openBlockStore } from '../../main/sync/store/block-store.ts';
import { directly, withoutProxy } from '../../main/sync/sources/direct/directly.ts';
import { httpReader } from '../../main/sync/sources/http-reader.ts';
import { watched } from '../../main/sync/sources/reader.ts';
import { fetchBlocks, type Wanted } from '../../main/sync/transfer/fetch-blocks.ts';

/** What the process is told. */
export interface Order {
  readonly url: string;
  /** Folder of the content store. */
  readonly directory: string;
  readonly wanted: readonly Wanted[];
}

const { url, directory, wanted } = JSON.parse(process.argv[2] ?? '') as Order;
const store = await openBlockStore(directory);
const readers = [watched(httpReader(url, directly(fetch, withoutProxy(process.env))), { bytes: 0, date: null })];
const { signal } = new AbortController();
await fetchBlocks(wanted, { store, readers, parallel: 4, onBytes: () => undefined, signal });
console.log(JSON.stringify({ peakMegabytes: process.resourceUsage().maxRSS / 1_000 }));
