import type { PackageManifest } from '@shared/model/package.ts';
import { shortFingerprint } from '@shared/fingerprint.ts';

export const instructionsFile = '说明.txt';

/** The readable note beside a copy, for whoever finds the stick: Windows' own editor shows it as it is. */
export function instructions(packages: readonly PackageManifest[], publisher: string, writtenAt: string): Buffer {
  const lines = [
    '三训数据包拷贝',
    '',
    `制作日期：${writtenAt.slice(0, 10)}`,
    `发布单位指纹：${shortFingerprint(publisher)}`,
    '',
    '内容：',
    ...packages.map(({ title, version, issued }) => `  ${title}　第 ${version} 版　发布于 ${issued.slice(0, 10)}`),
    '',
    '使用方法：',
    '  1. 在要安装的电脑上打开“三训”，进入“数据包”里的“来源”。',
    '  2. 插上这个U盘，选“从这个盘取数据”；没有列出时选“选择文件夹”，打开 sanxun-repo 所在的位置。',
    '  3. 第一次使用时，请打电话给局党建部，逐组核对上面的指纹，一致后再信任。',
    '  4. 看过将要安装的内容后，按“安装”。',
    '',
    '请不要改动 sanxun-repo 文件夹里的文件：改动过的内容不能通过签名核对，不会被安装。',
    '拷贝里没有答题记录、成绩和密钥。',
    '',
    'This stick carries signed data packages of Sanxun. Open Sanxun → 数据包 (Packages) → 来源 (Sources), take the data from',
    'this drive, and compare the fingerprint above with the bureau before you trust it for the first time.',
    '',
  ];
  return Buffer.from(`\u{FEFF}${lines.join('\r\n')}`);
}
