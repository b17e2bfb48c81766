/** Fields that are open at one place of a document; they may stand in one another (ECMA-376 part 1, 17.16.18). */
export class Fields {
  readonly #open: { instruction: string; isResult: boolean }[] = [];

  /** Whether text that comes now is shown: not within an instruction. */
  get isShown(): boolean {
    return this.#open.every(({ isResult }) => isResult);
  }

  /** A w:fldChar of this type. At the end of a field without a result: what it shows instead. */
  mark(type: string): string {
    if (type === 'begin') this.#open.push({ instruction: '', isResult: false });
    const last = this.#open.at(-1);
    if (type === 'separate' && last) last.isResult = true;
    const closed = type === 'end' ? this.#open.pop() : undefined;
    return closed && !closed.isResult && this.isShown ? equationText(closed.instruction) : '';
  }

  /** A paragraph ends: an instruction that has not been closed by now is a fault, and must not swallow the rest of the document. */
  settle(): void {
    for (const field of this.#open) field.isResult = true;
  }

  instruct(text: string): void {
    const last = this.#open.at(-1);
    if (last && !last.isResult) last.instruction += text;
  }
}

/**
 * EQ fields are drawn from their instruction and have no result. 带圈字符 is one: EQ \o\ac(○,1) is ①. Of others the
 * arguments remain. '' for fields that show nothing.
 */
function equationText(instruction: string): string {
  const [, drawing] = /^\s*eq\s+(\S.*)$/is.exec(instruction) ?? [];
  if (drawing === undefined) return '';
  const [, inCircle] = /^\\o(?:\s*\\a[clr])?\s*\(\s*[○◯]\s*[,，;]\s*([^()]+)\)\s*$/i.exec(drawing) ?? [];
  if (inCircle !== undefined) return circled(inCircle.trim());
  return drawing.replace(/\\[a-z]{1,2}\d*/gi, '').trim();
}

function circled(text: string): string {
  const number = /^(?:[1-9]|1\d|20)$/.test(text) ? Number(text) : 0;
  return number > 0 ? String.fromCodePoint(0x2460 + number - 1) : text;
}
