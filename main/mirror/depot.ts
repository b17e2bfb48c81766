/** A place that can hold a copy of a repository: a folder, a WebDAV server, an S3-compatible store. Everything throws Refusal. */
export interface Depot {
  /** What a person reads: an address or a folder name. */
  readonly label: string;
  /** Length of a file in bytes; null where there is none. */
  find(name: string, signal: AbortSignal): Promise<number | null>;
  /** The whole of a small file; null where there is none. Refused above `cap` bytes. */
  read(name: string, cap: number, signal: AbortSignal): Promise<Buffer | null>;
  /** Puts a file that nothing refers to yet, and makes sure that it arrived. */
  put(name: string, bytes: Buffer, signal: AbortSignal): Promise<void>;
  /** Puts the file that everybody reads first: whoever reads meanwhile has the old one or the new one, never a part. */
  putLast(name: string, bytes: Buffer, signal: AbortSignal): Promise<void>;
  /** Called once before anything is put, with what will be. */
  prepare(bytes: number, signal: AbortSignal): Promise<void>;
}
