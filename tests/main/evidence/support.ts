import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Document, Packer, Paragraph } from 'docx';
import type { StoredEvidence } from '@shared/ipc/projects.ts';
import { createEvidenceService } from '../../../main/evidence/service.ts';
import { writeXlsx } from '../../../main/export/xlsx.ts';
import { zipOf } from '../../support/zip.ts';
import { temporaryFolder, valueOf } from '../sync/support.ts';

/** A computer's program. The token of a place is its path; `opened` are the files that were given to the system. */
export async function start(profile?: string) {
  const home = profile ?? (await temporaryFolder());
  const folder = await temporaryFolder();
  const opened: string[] = [];
  let chosen: readonly string[] = [];
  let refusal = '';
  const channels = await createEvidenceService({
    profile: home,
    placeOf: (place) => (path.isAbsolute(place) ? place : null),
    chooseFiles: () => Promise.resolve(chosen),
    openFile: async (file) => {
      if (refusal === '') opened.push(file);
      return refusal;
    },
    log: () => undefined,
  });
  const choose = async (files: Readonly<Record<string, string | Uint8Array>>) => {
    for (const [name, bytes] of Object.entries(files)) await writeFile(path.join(folder, name), bytes);
    chosen = Object.keys(files).map((name) => path.join(folder, name));
  };
  return {
    profile: home,
    channels,
    opened,
    choose,
    choosePaths: (paths: readonly string[]) => {
      chosen = paths;
    },
    /** The system's program says this from now on. */
    refuseToOpen: (reason: string) => {
      refusal = reason;
    },
    /** Takes one file in. */
    async keep(name: string, bytes: string | Uint8Array): Promise<StoredEvidence> {
      await choose({ [name]: bytes });
      const [kept] = valueOf(await channels['evidence:choose'](20));
      if (!kept) throw new Error('nothing was kept');
      return kept;
    },
  };
}

const report = {
  title: '示例表',
  head: [],
  columns: [{ title: '甲', width: 10, kind: 'text' }],
  rows: [['一']],
  total: null,
  foot: [],
  orientation: 'portrait',
  fileName: '示例表',
} as const;

export const docx = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('示例正文')] }] }));
export const xlsx = await writeXlsx(report);
export const pdf = '%PDF-1.7\n1 0 obj\n<<>>\nendobj\n';
export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
export const jpg = Buffer.from('ffd8ffe000104a46494600010100', 'hex');
export const mp4 = Buffer.from('00000018667479706d703432000000006d70343269736f6d', 'hex');
/** How every program for Windows begins. */
export const program = Buffer.from('4d5a90000300000004000000ffff0000', 'hex');

const typesOf = (main: string): string =>
  `<?xml version="1.0"?><Types><Override PartName="/main.xml" ContentType="application/vnd.openxmlformats-officedocument.${main}"/></Types>`;
const linkOf = (type: string, mode: string): string =>
  `<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="http://example.com/x" TargetMode="${mode}"/></Relationships>`;

export const wordTypes = typesOf('wordprocessingml.document.main+xml');
export const pptx = zipOf({ '[Content_Types].xml': typesOf('presentationml.presentation.main+xml'), 'ppt/presentation.xml': '<p/>' });
/** A document of Word with further parts. */
export const docxWith = (parts: Readonly<Record<string, string | Buffer>>): Buffer =>
  zipOf({ '[Content_Types].xml': wordTypes, 'word/document.xml': '<d/>', ...parts });
export const docxLinking = (type: string, mode = 'External'): Buffer => docxWith({ 'word/_rels/document.xml.rels': linkOf(type, mode) });
