import path from 'node:path';
import type { FileRefusal } from '@shared/bank/imported.ts';
import type { ReadOptions, Reading } from '@shared/bank/reading.ts';
import { openArchive, type Archive } from '../../archive/archive.ts';
import { decodeText } from '../../encoding.ts';
import { faultRefusal } from '../packed.ts';
import { closeItems, placeAt, type Item } from '../items.ts';
import { error, refusedAs, type Outcome } from '../outcome.ts';
import { eachElement, type XmlElement } from '../xml.ts';
import { readItem } from './item.ts';

const itemNames = new Set(['assessmentitem', 'questestinterop']);

/** Reads the assessment items of one QTI 2.x or 3.0 document. Rows are lines; each item counts as one. */
export function readQti(xml: string, options: ReadOptions): Reading | FileRefusal {
  const { elements, refusal } = itemsOf(xml);
  return (
    refusal ??
    closeItems(elements.map((element) => ({ place: placeAt(element.line, element.lastLine), outcome: readItem(element, options) })))
  );
}

/** Reads an IMS content package with QTI items, in the order of its manifest. Rows are the numbers of the items. */
export async function readQtiZip(bytes: Buffer, options: ReadOptions): Promise<Reading | FileRefusal> {
  try {
    const archive = await openArchive(bytes);
    const items: Item[] = [];
    for (const part of await partsOf(archive)) {
      for (const outcome of await outcomesOf(archive, part, options))
        items.push({ place: placeAt(items.length + 1), outcome: inPart(outcome, part.name) });
    }
    return closeItems(items);
  } catch (fault) {
    return faultRefusal(fault);
  }
}

function itemsOf(xml: string): { elements: readonly XmlElement[]; refusal: FileRefusal | null } {
  const elements: XmlElement[] = [];
  const refusal = eachElement(xml.replace(/\r\n?/g, '\n'), itemNames, (element) => elements.push(element));
  return { elements, refusal: refusal ?? (elements.some(({ name }) => name === 'questestinterop') ? oldVersion : null) };
}

const oldVersion: FileRefusal = {
  code: 'format-unknown',
  message: '这是 QTI 1.2 文件，只能读取 QTI 2.x 和 3.0；请在原系统中另选格式导出。',
};

interface Part {
  readonly name: string;
  /** Whether the manifest says that it is an item. */
  readonly named: boolean;
}

/** The items that the manifest lists; without a manifest all XML parts. */
async function partsOf(archive: Archive): Promise<Part[]> {
  const xml = archive.names.filter((name) => /\.xml$/i.test(name));
  const manifest = xml.filter((name) => /(?:^|\/)imsmanifest\.xml$/i.test(name)).toSorted((one, other) => one.length - other.length)[0];
  if (manifest === undefined) return xml.map((name) => ({ name, named: false }));
  const listed: Part[] = [];
  const text = decodeText((await archive.read(manifest)) ?? Buffer.alloc(0)).text;
  eachElement(text, new Set(['resource']), ({ attributes }) => {
    const type = attributes['type'] ?? '';
    const name = nameOf(manifest, attributes['href'] ?? '');
    if (/qti_item|assessmentitem/i.test(type)) listed.push({ name, named: true });
    else if (/qti/i.test(type) && !/test|section|stimulus/i.test(type)) listed.push({ name, named: false });
  });
  return listed.length > 0 ? listed : xml.filter((name) => name !== manifest).map((name) => ({ name, named: false }));
}

/** Addresses in a manifest are relative to it, and escaped. */
function nameOf(manifest: string, address: string): string {
  const folder = path.posix.dirname(manifest);
  try {
    return path.posix.join(folder, decodeURIComponent(address));
  } catch {
    return path.posix.join(folder, address); // a bare % in a name
  }
}

async function outcomesOf(archive: Archive, { name, named }: Part, options: ReadOptions): Promise<Outcome[]> {
  const refuse = (message: string): Outcome[] => [refusedAs(null, { ...unnamed, stem: name }, error('not-well-formed', message), options)];
  const content = await archive.read(name);
  if (!content) return refuse('清单里有这一项，压缩包里却没有。');
  const { elements, refusal } = itemsOf(decodeText(content).text);
  if (refusal) return refuse(refusal.message);
  if (elements.length === 0) return named ? refuse('里面没有试题（没有 assessmentItem）。') : [];
  return elements.map((element) => readItem(element, options));
}

const unnamed = { id: '', section: '', topic: '', stem: '', explanation: '', basis: '', difficulty: null, score: null };

const inPart = (outcome: Outcome, name: string): Outcome => ({
  ...outcome,
  findings: outcome.findings.map((finding) => ({ ...finding, message: `${name}：${finding.message}` })),
});
