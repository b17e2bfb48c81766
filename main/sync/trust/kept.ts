import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { codeOf, writeDurably } from '../../files.ts';

/** A small file of our own that has to outlive damage: it is written twice, and each copy is whole or the one before. */
export interface Kept<T> {
  /** The copies that can be read, the first one first: none where both are missing or damaged. */
  read(): Promise<readonly T[]>;
  /** Resolves when both copies are on the disk. A crash leaves them at the value before, or one of them at the new one. */
  write(value: T): Promise<void>;
}

export function keptFile<T>(file: string, schema: z.ZodType<T>): Kept<T> {
  const copies = [file, file.replace(/\.json$/, '.copy.json')];
  return {
    async read() {
      const texts = await Promise.all(copies.map(readText));
      return texts.flatMap((text) => (text === null ? [] : parsed(text, schema)));
    },
    async write(value) {
      const text = `${JSON.stringify(value, null, 2)}\n`;
      for (const copy of copies) if ((await readText(copy)) !== text) await writeDurably(copy, text);
    },
  };
}

/** Nothing where the text is damaged. */
function parsed<T>(text: string, schema: z.ZodType<T>): readonly T[] {
  try {
    return [schema.parse(JSON.parse(text))];
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return [];
    throw error;
  }
}

async function readText(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}
