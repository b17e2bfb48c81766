import type { BankEntry } from '@shared/model/bank.ts';
import type { Question } from '@shared/model/question.ts';
import { seedFrom, type Dice } from '@shared/exam/random.ts';

/** Words of the subject, the usual ones first: they are drawn as words of a language are, the first far more often. */
const words =
  '党员 组织 支部 工作 应当 学习 会议 制度 中央 纪律 监督 领导 群众 基层 委员会 书记 民主 集体 决定 执行 检查 培训 考核 责任 供电 安全 生产 班组 计划 年度 季度 教育 管理 服务 客户 停电 设备 线路 变压器 抢修 值班 记录 档案 报告 审批 公示 谈话 评议 党费 活动 主题 党日 廉洁 自律 处分 警告 程序 权利 义务 申请 入党 介绍人 预备期 转正 培养 联系人 选举 任期 换届 代表 大会 通过 表决 多数 传达 贯彻 落实 研究 讨论 意见 建议 整改 措施 典型 案例 警示 宣传 阵地 意识形态 统战 工会 青年 团员 创新 项目 节点 成果 推广 示范 先锋 讲台 文章 投稿 交流 经验 总结 计量 电价 营销 抄表 负荷 预测 调度 继电 保护 接地 绝缘 巡视 缺陷 隐患 排查 治理 应急 预案 演练 物资 仓储 招标 采购 合同 法律 风险 合规 审计 财务 预算 核算 成本 资产 折旧 信息 网络 数据 系统 平台 终端 通信'.split(
    ' ',
  );
const characters = Array.from({ length: 2_500 }, (_, place) => String.fromCodePoint(0x4e00 + place * 7));

/** Questions that nobody wrote: as many as wanted, the same for the same seed, hardly any two alike. */
export function manyQuestions(count: number, seed = 1): Question[] {
  const dice = seedFrom(seed);
  return Array.from({ length: count }, (_, number) => questionOf(number, dice));
}

/** The same as kept entries of a bank. */
export function manyEntries(count: number, seed = 1): BankEntry[] {
  return manyQuestions(count, seed).map(entryOf);
}

export const entryOf = (question: Question): BankEntry => ({
  id: question.id,
  question,
  draft: null,
  state: 'kept',
  origin: null,
  findings: [],
  score: null,
  matches: null,
});

function questionOf(number: number, dice: Dice): Question {
  const common = {
    id: `q-${number}`,
    section: ['党章', '党规', '安全', '营销'][dice(4)] ?? '',
    topic: phrase(1, dice),
    stem: `${phrase(6 + dice(10), dice)}，${phrase(3 + dice(6), dice)}（  ）。`,
    explanation: '',
    basis: `《${phrase(3, dice)}办法》第${1 + dice(60)}条`,
    difficulty: (['easy', 'medium', 'hard'] as const)[dice(3)] ?? 'medium',
  };
  if (number % 4 === 3) return { ...common, type: 'judge', answer: dice(2) === 0 };
  const options = Array.from({ length: 4 }, () => phrase(2 + dice(3), dice));
  const several = number % 4 === 2;
  return { ...common, type: several ? 'multiple' : 'single', options, answer: several ? [0, 2] : [dice(4)], shuffle: true };
}

const phrase = (length: number, dice: Dice): string => Array.from({ length }, () => wordOf(dice)).join('');

/** The smaller of two throws is drawn more often; every eighth word is a rare one. */
function wordOf(dice: Dice): string {
  if (dice(8) === 0) return `${characters[dice(characters.length)]}${characters[dice(characters.length)]}`;
  return words[Math.min(dice(words.length), dice(words.length))] ?? '';
}
