import type { BundleKind } from '../../../model/bundle.ts';
import type { SendingState } from '../../../projects/sending/outgoing.ts';

const kinds: Record<BundleKind, string> = { project: '项目', claim: '抢注申报', correction: '题库纠错' };

const states: Record<SendingState, string> = { new: '未上报', changed: '有改动，未上报', sent: '✓ 已导出' };

/** Every field that goes up of each kind. */
const fields: Record<BundleKind, string> = {
  project:
    '项目信息（名称、编号、单位、支部、书记、联系人、专业、背景、问题、举措、成效、指标）、推进计划表全部节点、申报和审批步骤、变更单、进展记录、月度进展，以及填写人的姓名和职务。佐证材料只报文件名、大小和校验值，文件本身不上报。',
  claim: '题目、单位、支部、书记、理由、签署时间、本机的签名和公钥，是否撤回。',
  correction: '题目编号和题干、所说的错误、填写人姓名、单位和时间。',
};

export const projectSending = {
  title: '上报',
  back: '返回项目台账',
  intro: '把项目、抢注申报和题库纠错装进一个加密的上报包，用 U 盘或文件夹带给局里。只有局里能打开；重复导出、重复上报不会重复计算。',
  answers: '考试答卷在“考”里另行上报。',
  toAnswers: '去上报答卷',
  noPackage: '现在还不能上报：本机没有局里的“书记项目”数据包，不知道上报包该用哪把公钥加密。',
  noPackageNext: '请到“数据包”检查更新，或插上局里给的 U 盘；安装后再来上报。',
  toPackages: '去检查更新',
  none: '没有可以上报的内容。新建项目、抢注题目或写纠错以后，会列在这里。',
  list: '上报内容',
  columns: { choose: '选择', kind: '类别', title: '名称', state: '状态', sent: '上次导出' },
  choose: (kind: string, title: string) => `上报${kind}“${title}”`,
  kinds,
  states,
  fields,
  draft: '草稿',
  draftHint: '草稿还没有送审，默认不上报；需要局里先看的，可以选上。',
  sentAt: (at: string, revision: number) => `${at}（第 ${revision} 次内容）`,
  never: '—',
  leaving: '这些内容将离开本机',
  leavingKind: (kind: string, count: number, what: string) => `${kind} ${count} 项：${what}`,
  leavingSender: '另有：上报单位、支部、上报人姓名、时间和本机的公钥。上报包已加密，文件名里只有单位名称、项数和时间。',
  leavingNothing: '还没有选择内容。',
  place: '导出到',
  export: '导出上报包',
  needEntry: '请至少选择一项。',
  allSent: '没有新的内容要上报；需要重新导出的，请先选上。',
  needPlace: '请选择 U 盘或文件夹。',
  notNoted: '上报包已经写好，但本机没有记下这次上报。请按“再记一次”；记下以前不要重复导出。',
  noteAgain: '再记一次',
  receipts: '导出不等于局里已收到，请打电话向局里确认。',
};
