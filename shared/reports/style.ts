import type { Report } from '../model/report.ts';

/** Millimetres between the paper's edge and the table; landscape sheets are bound at the top, portrait ones on the left. */
const margins = { portrait: '20mm 16mm 20mm 24mm', landscape: '22mm 15mm 18mm 15mm' } as const;
const tableWidthsMm = {
  A4: { portrait: 210 - 40, landscape: 297 - 30 },
  A3: { portrait: 297 - 40, landscape: 420 - 30 },
} as const;
export const tableWidthMm = ({ paper = 'A4', orientation }: Report): number => tableWidthsMm[paper][orientation];
const pageHeightsMm = {
  A4: { portrait: 297 - 40, landscape: 210 - 40 },
  A3: { portrait: 420 - 40, landscape: 297 - 40 },
} as const;
/** What the margins leave of the height of a page. */
export const pageHeightMm = ({ paper = 'A4', orientation }: Report): number => pageHeightsMm[paper][orientation];
/** Left and right of a text together. */
export const paddingMm = 1.2;

/** 小四, 五号 and 小五 in points. */
const sizes = [12, 10.5, 9] as const;
export const mmPerPoint = 25.4 / 72;

/** 小标宋 must not be thickened, its substitute 宋体 must be: a face that claims every weight is taken as it is. */
export const fontFaces = `@font-face { font-family: "Report Title"; font-weight: 100 900; src: local("方正小标宋简体"), local("FZXiaoBiaoSong-B05S"), local("方正小标宋_GBK"), local("华文中宋"), local("STZhongsong"); }
@font-face { font-family: "Report Digits"; src: local("Times New Roman"), local("Liberation Serif"); unicode-range: U+20-7E; }`;

/** Of the page: half of the table's outer border lies outside of its width, and a printer cuts what stands on the margin. */
export const widthInPage = 'calc(100% - 0.5mm)';

/** The style sheet of a printed report (GB/T 9704 fonts, each with its fall-backs; Windows brings FangSong and SimHei). */
export function reportStyle(report: Report): string {
  return `
@page {
  size: ${report.paper ?? 'A4'} ${report.orientation};
  margin: ${margins[report.orientation]};
  @bottom-center { content: "第 " counter(page) " 页　共 " counter(pages) " 页"; font-family: ${fonts.song}; font-size: 10.5pt; }
}
${fontFaces}
* { box-sizing: border-box; }
html { color: #000; background: #fff; }
body { margin: 0; font-family: ${fonts.fangSong}; font-size: 12pt; line-height: 1.4; }
h1 { margin: 0 0 4mm; font-family: ${fonts.title}; font-size: 22pt; font-weight: 700; line-height: 1.3; text-align: center; text-wrap: balance; }
p { margin: 0 0 1.5mm; white-space: pre-wrap; overflow-wrap: anywhere; }
.closing { break-inside: avoid; }
.foot { break-before: avoid; }
.foot td { padding: 3mm 0 0; border: 0; font-size: 12pt; white-space: pre-wrap; }
table { width: ${widthInPage}; border-collapse: collapse; table-layout: fixed; font-size: ${cellPoints(report)}pt; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
.tall { break-inside: auto; }
.tall td { orphans: 3; widows: 3; }
th, td { padding: 1mm ${paddingMm / 2}mm; border: 0.75pt solid #000; vertical-align: middle; overflow-wrap: anywhere; white-space: pre-line; line-height: 1.3; }
th { font-family: ${fonts.hei}; font-weight: 700; text-align: center; text-wrap: balance; }
.num { text-align: right; font-variant-numeric: tabular-nums; }
.date { text-align: center; font-variant-numeric: tabular-nums; white-space: nowrap; letter-spacing: -0.02em; }
.none { text-align: center; }
.total td { font-weight: 700; }
${columnWidths(report)}
@media screen { body { max-width: ${tableWidthMm(report)}mm; margin: 10mm auto; } }
`;
}

/** Chinese fonts by what they set, each with its fall-backs. Latin letters and digits need the faces of `fontFaces`. */
export const fonts = {
  title: '"Report Digits", "Report Title", "宋体", SimSun, "Noto Serif CJK SC", "Source Han Serif SC", serif',
  fangSong: '"Report Digits", "仿宋_GB2312", "仿宋", FangSong, STFangsong, "Noto Serif CJK SC", "Source Han Serif SC", serif',
  hei: '"黑体", SimHei, "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", sans-serif',
  song: '"Report Digits", "宋体", SimSun, "Noto Serif CJK SC", serif',
} as const;

/** The largest size at which the columns get the characters they ask for; wide tables wrap at 小五. */
export function cellPoints(report: Report): number {
  const free = tableWidthMm(report) - report.columns.length * paddingMm;
  return sizes.find((points) => totalWidth(report) * points * mmPerPoint <= free) ?? sizes[2];
}

/** Widths by rule, not by attribute: the content policy allows no style attributes. */
function columnWidths(report: Report): string {
  const share = (width: number): string => ((width / totalWidth(report)) * 100).toFixed(3);
  return report.columns.map((column, index) => `col:nth-child(${index + 1}) { width: ${share(column.width)}%; }`).join('\n');
}

const totalWidth = (report: Report): number => report.columns.reduce((sum, column) => sum + column.width, 0);
