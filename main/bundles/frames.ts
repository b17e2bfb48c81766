/** Bytes one after the other: each begins with its length in four bytes, the highest first. */
export function joinFrames(frames: readonly Uint8Array[]): Buffer {
  return Buffer.concat(
    frames.flatMap((frame) => {
      const length = Buffer.alloc(lengthBytes);
      length.writeUInt32BE(frame.length);
      return [length, frame];
    }),
  );
}

/** What `joinFrames` joined; null where a length leads beyond the end, or there are more than `atMost`. */
export function splitFrames(bytes: Buffer, atMost: number): readonly Buffer[] | null {
  const frames: Buffer[] = [];
  for (let place = 0; place < bytes.length;) {
    if (frames.length === atMost || place + lengthBytes > bytes.length) return null;
    const start = place + lengthBytes;
    place = start + bytes.readUInt32BE(place);
    if (place > bytes.length) return null;
    frames.push(bytes.subarray(start, place));
  }
  return frames;
}

const lengthBytes = 4;
