export const reviewing = {
  title: '评审',
  tabsName: '评审的各项工作',
  tabs: {
    topics: '选题',
    approval: '审批',
    ledger: '台账',
    assessment: '成果评审',
    benchmarks: '标杆',
    publish: '下发',
  },
  year: (year: number) => `${year}年度`,
  archived: '已归档',
  showArchived: '显示已归档的',
};
