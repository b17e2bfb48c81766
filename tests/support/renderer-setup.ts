import 'fake-indexeddb/auto';
import { Blob as BlobWithStream } from 'node:buffer';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// What jsdom lacks: streams of blobs (content is unpacked through them) and the methods of <dialog>.
Object.defineProperty(globalThis, 'Blob', { configurable: true, value: BlobWithStream });
HTMLDialogElement.prototype.showModal = function showModal(): void {
  this.open = true;
};
HTMLDialogElement.prototype.close = function close(): void {
  this.open = false;
};

// A busy machine may need more than the usual second for what is waited for.
configure({ asyncUtilTimeout: 5_000 });
afterEach(() => cleanup());
