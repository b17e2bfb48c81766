import { places, type WordFile } from './file.ts';

/** A text box: where its text begins and ends, and the character of the body that it hangs on. */
export interface Box {
  readonly from: number;
  readonly to: number;
  readonly anchor: number;
}

const anchorLength = 26;
const boxLength = 22;

/**
 * The text boxes of the body in the order of their texts (PlcfSpa and PlcftxbxTxt, MS-DOC 2.8.37, 2.8.32): both name the
 * shape. Boxes whose shape is not found hang on the end of the body. Places are counted in characters of the whole text.
 */
export function readBoxes(file: WordFile): Box[] {
  const { body, between, boxes } = file.lengths;
  const plc = file.structure(places.boxes);
  const count = Math.max(0, Math.floor((plc.length - 4) / (4 + boxLength)));
  const anchors = anchorsOf(file);
  const found = Array.from({ length: count }, (_, index): Box => {
    const shape = plc.i32((count + 1) * 4 + index * boxLength + 14);
    const start = body + between;
    const from = start + Math.min(plc.u32(index * 4), boxes);
    return { from, to: Math.max(from, start + Math.min(plc.u32(index * 4 + 4), boxes)), anchor: anchors.get(shape) ?? body - 1 };
  });
  return found.filter(({ from, to }) => to > from);
}

function anchorsOf(file: WordFile): ReadonlyMap<number, number> {
  const plc = file.structure(places.anchors);
  const count = Math.max(0, Math.floor((plc.length - 4) / (4 + anchorLength)));
  return new Map(Array.from({ length: count }, (_, index) => [plc.i32((count + 1) * 4 + index * anchorLength), plc.u32(index * 4)]));
}
