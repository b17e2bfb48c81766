import type { FailureKind } from '../../model/failure.ts';

/** What a person reads when something did not work: what happened, what is safe, what to do next. */
export interface FailureText {
  readonly what: string;
  readonly safe: string;
  readonly next: string;
}

/** 「」 around the thing it happened to; nothing where it has no name. */
const named = (subject: string): string => (subject ? `“${subject}”` : '');

const keptPackages = '已安装的数据包和学习、考试、项目记录都没有改动。';
const keptWork = '已保存的记录都没有改动。';

export const failures = {
  cancelled: (subject: string) => ({
    what: `${named(subject)}操作已取消。`,
    safe: '取消前的数据都没有改动。',
    next: '需要时可以重新开始，已下载的部分不必再下载。',
  }),
  busy: (subject: string) => ({
    what: `${named(subject)}正被其他操作占用。`,
    safe: keptWork,
    next: '请等当前操作完成，或关闭正在使用该文件的程序，再试一次。',
  }),
  'source-unreachable': (subject: string) => ({
    what: `无法连接数据包来源${named(subject)}，或连接中途断开。`,
    safe: `${keptPackages}没有网络也可以照常使用。`,
    next: '请检查网线、网址或U盘是否接好，再试一次；已下载的部分会接着下载。',
  }),
  'source-empty': (subject: string) => ({
    what: `来源${named(subject)}里没有找到数据包。`,
    safe: keptPackages,
    next: '请确认选择的是发布单位给的文件夹（其中有 metadata 和 targets），或核对网址。',
  }),
  'wrong-key': (subject: string) => ({
    what: `${named(subject)}不是由原来的发布单位签发的，已拒绝。`,
    safe: keptPackages,
    next: '请停止使用这个来源，并与局党建部核对发布单位指纹。',
  }),
  tampered: (subject: string) => ({
    what: `${named(subject)}的内容与签名不符，文件已损坏或被改动，已拒绝。`,
    safe: keptPackages,
    next: '请重新拷贝或重新下载；如再次出现，请与局党建部联系。',
  }),
  truncated: (subject: string) => ({
    what: `${named(subject)}不完整，可能没有拷贝完。`,
    safe: keptPackages,
    next: '请重新拷贝一遍（数据包要拷整个发布文件夹），等提示可以拔出后再取下U盘。',
  }),
  older: (subject: string) => ({
    what: `${named(subject)}比本机已有的版本旧，没有安装。`,
    safe: keptPackages,
    next: '请向局党建部索取最新的数据包；如果手里的就是最新的，请与局党建部核对版本号。',
  }),
  newer: (subject: string) => ({
    what: `${named(subject)}由更新版本的程序制作，本程序读不懂。`,
    safe: keptWork,
    next: '请先更新本程序，再打开一次；文件请保留好。',
  }),
  expired: (subject: string, at = '') => ({
    what: `${named(subject)}的签发有效期已过${at && `（有效期到 ${at.slice(0, 10)}）`}，没有安装新内容。`,
    safe: `${keptPackages}已安装的内容可以继续使用。`,
    next: '请先核对本机的日期和时间；日期无误的，请向局党建部索取新签发的数据包。',
  }),
  'too-large': (subject: string) => ({
    what: `${named(subject)}超出了允许的大小，已停止读取。`,
    safe: keptPackages,
    next: '请确认来源是否正确；如果正确，请与局党建部联系。',
  }),
  'not-understood': (subject: string) => ({
    what: `本程序读不懂${named(subject)}的内容，可能由更新版本的程序制作。`,
    safe: keptPackages,
    next: '请更新本程序后再试；如果已是最新，请与局党建部联系。',
  }),
  'other-publisher': (subject: string) => ({
    what: `${named(subject)}已由另一个发布单位提供，没有替换。`,
    safe: keptPackages,
    next: '确需改用新的发布单位时，请先在“数据包”中移除原来的来源，再同步一次。',
  }),
  'not-withdrawn': (subject: string) => ({
    what: `${named(subject)}的新版本缺少一些内容，又没有声明撤下，没有安装。`,
    safe: keptPackages,
    next: '请与局党建部联系，由发布单位检查后重新发布。',
  }),
  metered: (subject: string) => ({
    what: `${named(subject)}已用到按流量计费网络的本月限额，下载已停住。`,
    safe: `${keptPackages}已下载的部分不会重复下载。`,
    next: '可以改用U盘或局域网，等到下个月，或按“仍然下载”继续。',
  }),
  'disk-full': (subject: string) => ({
    what: `磁盘空间不足，${named(subject)}没有写完。`,
    safe: keptWork,
    next: '请清理磁盘空间后再试一次。',
  }),
  'read-only': (subject: string) => ({
    what: `${named(subject)}所在的位置是只读的，不能写入。`,
    safe: keptWork,
    next: '请打开U盘的写保护开关，或换一个位置。',
  }),
  'place-gone': (subject: string) => ({
    what: `${named(subject)}所在的U盘或文件夹找不到了。`,
    safe: keptWork,
    next: '请重新插入U盘或重新选择文件夹，再试一次。',
  }),
  'no-permission': (subject: string) => ({
    what: `没有权限读写${named(subject)}。`,
    safe: keptWork,
    next: '请换一个可以写入的位置，或请管理员开放权限。',
  }),
  'verify-mismatch': (subject: string) => ({
    what: `${named(subject)}写入后读回核对不一致，U盘可能有故障。`,
    safe: '本机的原始数据没有改动；写坏的文件不要使用。',
    next: '请换一个U盘重新导出。',
  }),
  'write-failed': (subject: string) => ({
    what: `${named(subject)}写入失败。`,
    safe: keptWork,
    next: '请再试一次；如再次出现，请换一个位置，并把日志交给管理员。',
  }),
  'publish-refused': (subject: string) => ({
    what: `没有完成：${subject}`,
    safe: '题库和以前发布的版本都没有改动。',
    next: '请按上面的说明处理后再试一次。',
  }),
  'key-locked': (subject: string) => ({
    what: `密钥${named(subject)}有口令保护，口令没有填写或不正确。`,
    safe: '没有签发任何内容，密钥没有改动。',
    next: '请输入口令后再试一次。',
  }),
  'upload-refused': (subject: string) => ({
    what: `服务器${named(subject)}拒绝上传，用户名、密码或权限不对。`,
    safe: '服务器上原来发布的内容仍可正常使用。',
    next: '请核对用户名、密码和上传地址，或请服务器管理员开放写入权限。',
  }),
  'wrong-code': () => ({
    what: '启封码不对。',
    safe: '试卷没有打开，也没有泄露任何内容。',
    next: '请核对电话里报的启封码，注意区分字母和数字，再试一次。',
  }),
  'too-many-tries': () => ({
    what: '输错次数过多，需要等一会儿才能再试。',
    safe: '试卷和已保存的记录都没有改动。',
    next: '请在提示的时间之后再试。',
  }),
  'not-for-us': (subject: string) => ({
    what: `${named(subject)}不是发给本机的，无法打开。`,
    safe: '没有导入任何内容，已有的记录都没有改动。',
    next: '请核对文件是否由收到本局数据包的支部导出；如局里换过收卷密钥，请在保存原密钥的电脑上打开。',
  }),
  'wrong-pin': () => ({
    what: '口令不对。',
    safe: '各人的学习和考试记录都没有改动。',
    next: '请再试一次；忘记口令的，请管理本机的人员在设置中重置。',
  }),
  'unsafe-file': (subject: string) => ({
    what: `这类文件不能在本程序里直接打开${named(subject)}。`,
    safe: '文件原样保存着，没有改动，也没有运行。',
    next: '可以按“另存”把它存到文件夹或 U 盘，确认来源可靠后再打开。',
  }),
  'journal-failed': (subject: string) => ({
    what: `刚才的操作没有保存${named(subject)}。`,
    safe: '在此之前显示“已保存”的内容都在。',
    next: '请检查磁盘空间后再操作一次；保存成功之前不要关机。',
  }),
} satisfies Record<FailureKind, (subject: string, at?: string) => FailureText>;
