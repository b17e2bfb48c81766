import { connect, type Socket } from 'node:net';

/** One read of the line. Larger ones were measured to gain nothing. */
const readLength = 262_144;

/**
 * A connection to a web server whose bytes all come into the same memory: what `read` gives is good until the next call.
 * node:http and fetch take new memory for each piece and copy it, which costs more than everything else of a transfer.
 */
export class Connection {
  /** Whether it waited for this request. The server may have closed it in the meantime. */
  hasRested = false;
  readonly #socket: Socket;
  #reading: PromiseWithResolvers<Uint8Array> | null = null;
  #failure: Error | null = null;

  constructor({ hostname, port }: URL) {
    this.#socket = connect({
      host: hostname.replace(/^\[|\]$/g, ''),
      port: Number(port || 80),
      onread: { buffer: Buffer.allocUnsafeSlow(readLength), callback: (length, bytes) => this.#came(bytes.subarray(0, length)) },
    });
    this.#socket.setNoDelay();
    this.#socket.on('timeout', () => this.hangUp());
    this.#socket.on('error', (error) => this.#broke(error));
    for (const end of ['end', 'close']) this.#socket.on(end, () => this.#broke(new Error('the server hung up')));
  }

  get isOpen(): boolean {
    return this.#failure === null && !this.#socket.destroyed;
  }

  write(text: string): void {
    this.#socket.write(text, 'latin1');
  }

  /** The next bytes. Throws the system's error, or that the server hung up. */
  async read(): Promise<Uint8Array> {
    if (this.#failure) throw this.#failure;
    const reading = Promise.withResolvers<Uint8Array>();
    this.#reading = reading;
    this.#socket.resume();
    return reading.promise;
  }

  /** Waits for the next request, so long (ms), without keeping the program alive. */
  rest(patience: number): void {
    this.hasRested = true;
    this.#socket.setTimeout(patience);
    this.#socket.unref();
  }

  wake(): void {
    this.#socket.setTimeout(0);
    this.#socket.ref();
  }

  hangUp(): void {
    this.#socket.destroy();
    this.#broke(new Error('hung up'));
  }

  /** Gives false: the next bytes come when they are asked for. What comes unasked belongs to no request. */
  #came(bytes: Uint8Array): boolean {
    const reading = this.#reading;
    this.#reading = null;
    if (reading) reading.resolve(bytes);
    else this.hangUp();
    return false;
  }

  #broke(error: Error): void {
    this.#failure ??= error;
    this.#reading?.reject(this.#failure);
    this.#reading = null;
  }
}
