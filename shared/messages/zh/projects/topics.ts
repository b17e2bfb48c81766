import type { ClaimFault, RankedClaim } from '../../../model/topic.ts';
import type { OfferStanding } from '../../../projects/topics/standing.ts';

const standings: Record<OfferStanding, string> = {
  before: '未开始',
  open: '可以抢注',
  closed: '已截止',
  foreign: '不在抢注范围',
  claimed: '已申报，待决定',
  won: '✓ 已抢到',
  lost: '没有抢到',
  archived: '局里已停止',
};

const faults: Record<ClaimFault, string> = {
  'not-genuine': '签名核对不上',
  withdrawn: '已撤回',
  'not-eligible': '不在可以抢注的单位内',
  'too-early': '早于开始时间',
  'too-late': '晚于截止时间',
  incomplete: '内容不全',
  'same-unit': '本单位已有更早的申报',
};

const partedBy: Record<RankedClaim['by'], string> = {
  date: '时间在后',
  fewerProjects: '同一分钟，本年度项目较多',
  lot: '同一分钟、项目数相同，抽签在后',
  none: '',
};

export const projectTopics = {
  title: '选题',
  back: '返回项目台账',
  intro: '局里交办的题目和可以抢注的题目。自主选题请在项目台账里直接新建。',
  noPackage: '本机还没有局里的“书记项目”数据包，所以没有交办和抢注的题目。',
  noPackageNext: '请到“数据包”检查更新，或插上局里给的 U 盘。',
  toPackages: '去检查更新',
  unit: (unit: string) => `以下按本单位“${unit}”列出。`,

  assigned: {
    title: '直接交题',
    none: '没有交给本单位的题目。',
    due: (day: string) => `申报期限 ${day}`,
  },

  offers: {
    title: '抢注接题',
    none: '现在没有可以抢注的题目。',
    window: (from: string, to: string) => `抢注时间 ${from} 至 ${to}`,
    places: (count: number) => `名额 ${count} 个`,
    ruleTitle: '怎样决定',
    rule: '有效的申报中，签署时间早的优先（精确到分）；同一分钟的，本年度项目少的单位优先；还相同的抽签，签由题目编号和单位编号算出，谁也影响不了。',
    standings,
    claim: '抢注',
    claimNamed: (title: string) => `抢注“${title}”`,
    claimedAt: (at: string, secretary: string) => `本单位 ${at} 申报，书记 ${secretary}。`,
    toSend: '申报要上报到局里才算数：请到“上报”导出上报包。',
    sendLink: '去上报',
    withdraw: '撤回申报',
    withdrawTitle: '撤回申报？',
    withdrawBody: (title: string) => `撤回后，本单位不再参加“${title}”的抢注。已经上报的，请再上报一次，局里才知道撤回。`,
    withdrawn: (at: string) => `${at} 的申报已撤回。`,
  },

  topic: { specialty: '专业', problem: '要解决的问题', expected: '预期成效' },

  claim: {
    title: (title: string) => `抢注“${title}”`,
    unit: '单位',
    branch: '支部',
    secretary: '书记（必填）',
    reason: '为什么由本支部承担（必填）',
    clock: (now: string) => `签署时间以本机的时钟为准，现在是 ${now}。如不对，请先在系统里改正日期和时间。`,
    signed: '申报由本机的密钥签名，签署后不能改动；可以撤回后另行申报。',
    sign: '签署申报',
    needSecretary: '请填写书记。',
    needReason: '请写明为什么由本支部承担。',
    closedMeanwhile: '现在不在抢注时间内，没有签署。',
  },

  decision: {
    title: '局里的决定',
    columns: { place: '名次', unit: '单位', secretary: '书记', at: '签署时间', result: '结果' },
    won: '✓ 承办',
    notWon: '未入选',
    invalid: (reasons: string) => `无效：${reasons}`,
    notWonBy: (reason: string) => `未入选（${reason}）`,
    own: '（本单位）',
    on: (at: string, by: string) => (by === '' ? `${at} 决定` : `${at}，${by}决定`),
    comma: '、',
    faults,
    partedBy,
  },

  create: '建项目',
  createNamed: (title: string) => `为“${title}”建项目`,
  openProject: '打开项目',
  openNamed: (title: string) => `打开项目“${title}”`,
};
