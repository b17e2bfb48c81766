import type { NodeState, TopicSource } from '../../../model/project.ts';
import type { ProjectStage, ReviewStage } from '../../../model/project-event.ts';
import { plan } from './plan.ts';

const source: Record<TopicSource, string> = { self: '自主选题', assigned: '直接交题', claimed: '抢注接题' };

const state: Record<NodeState, string> = { notStarted: '○ 未开始', underway: '◐ 进行中', done: '✓ 已完成', overdue: '⚠ 逾期' };

const stage: Record<ProjectStage, string> = {
  draft: '草稿',
  departmentReview: '待职能部门预审',
  leaderReview: '待分管局领导再审',
  committeeReview: '待局党委会审',
  returned: '退回修改',
  approved: '已立项，实施中',
  closingRequested: '已申请销号',
  closed: '已销号',
  assessed: '已评审',
  terminated: '已终止',
};

/** The same for a column of a table. */
const shortStage: Record<ProjectStage, string> = {
  ...stage,
  departmentReview: '待预审',
  leaderReview: '待再审',
  committeeReview: '待会审',
  approved: '实施中',
  closingRequested: '申请销号',
};

const review: Record<ReviewStage, string> = {
  departmentReview: '职能部门预审',
  leaderReview: '分管局领导再审',
  committeeReview: '局党委会审',
};

export const projects = {
  title: '书记项目',
  source,
  state,
  stage,
  shortStage,
  review,
  register: {
    caption: '项目台账',
    create: '新建项目',
    empty: '还没有书记项目。按“新建项目”填写项目名称，再编制推进计划表。',
    name: '项目名称',
    number: '项目编号',
    unit: '单位、支部',
    secretary: '书记',
    year: '年度',
    source: '选题方式',
    stage: '状态',
    light: '进度灯',
    progress: '进度',
    next: '下一节点',
    overdueCount: (count: number) => `逾期 ${count} 个`,
    noNodes: '尚无节点',
    noNext: '—',
    nextNode: (title: string, date: string) => (date ? `${title}（${date}）` : title),
    unnamedNode: '未命名节点',
    archived: '已归档',
    showArchived: (count: number) => `显示已归档的项目（${count} 个）`,
    filters: '筛选',
    search: '查找',
    searchHint: '名称、编号、单位、书记、专业',
    all: '全部',
    clear: '清除条件',
    count: (shown: number, total: number) => (shown === total ? `共 ${total} 个项目` : `共 ${total} 个项目，符合条件的 ${shown} 个`),
    none: '没有符合条件的项目。可以少选几个条件，或清除条件。',
    reading: '正在读取…',
    topics: '选题',
    send: '上报',
  },
  form: {
    create: '新建项目',
    title: '项目名称（必填）',
    number: '项目编号',
    numberHint: '按编号规则给出的建议，可以改。',
    source: '选题方式',
    sourceHint: '局里交办或抢注得到的课题，从“选题”里建立，会带上题目和问题。',
    restLater: '其余内容以后在“申报与审批”里填写，随写随存。',
    save: '保存',
    titleNeeded: '请填写项目名称。',
    numberTaken: (title: string) => `项目“${title}”已经用了这个编号。`,
    unsaved: '填写的内容还没有保存。要放弃吗？',
    goOn: '继续填写',
    discard: '放弃填写',
  },
  tabs: { plan: '推进计划', application: '申报与审批', progress: '进展与佐证', changes: '变更与对照', closing: '销号与评审' },
  page: {
    parts: '项目的各部分',
    back: '返回项目台账',
    export: '打印计划表',
    gone: '没有找到这个项目，可能地址有误。',
    year: (year: number) => `${year}年度`,
    facts: '项目信息',
    unit: '单位',
    stage: '状态',
    light: '进度灯',
    delay: (days: number) => (days > 0 ? `最长逾期 ${days} 个工作日` : ''),
    next: '下一节点',
    noNext: '没有待完成的节点',
  },
  plan,
};
