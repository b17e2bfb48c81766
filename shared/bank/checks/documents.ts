/** A document of the Party that a later one replaced. */
export interface SupersededDocument {
  /** Without 《》; a title that ends in （试行） or （暂行） is matched with it. */
  readonly title: string;
  /** Years of the superseded editions; empty where the title itself is out of force and needs no year. */
  readonly years: readonly number[];
  /** What holds now. */
  readonly by: string;
  readonly byYear: number;
  /** Where that is said. */
  readonly source: string;
}

/** Facts, each checked against the document that replaced it. What is doubtful is not in the list. */
export const supersededDocuments: readonly SupersededDocument[] = [
  {
    title: '中国共产党章程',
    years: [1982, 1987, 1992, 1997, 2002, 2007, 2012, 2017],
    by: '中国共产党章程',
    byYear: 2022,
    source: '2022年10月22日中国共产党第二十次全国代表大会通过部分修改',
  },
  {
    title: '中国共产党纪律处分条例',
    years: [2003, 2015, 2018],
    by: '中国共产党纪律处分条例',
    byYear: 2023,
    source: '2023年12月中共中央修订，2024年1月1日起施行',
  },
  {
    title: '中国共产党纪律处分条例（试行）',
    years: [],
    by: '中国共产党纪律处分条例',
    byYear: 2023,
    source: '1997年试行；2003年条例施行时废止，现行为2023年修订',
  },
  {
    title: '中国共产党发展党员工作细则（试行）',
    years: [],
    by: '中国共产党发展党员工作细则',
    byYear: 2014,
    source: '1990年试行；2014年5月中共中央办公厅印发新细则',
  },
  {
    title: '中国共产党党员权利保障条例（试行）',
    years: [],
    by: '中国共产党党员权利保障条例',
    byYear: 2020,
    source: '1995年试行；2004年发布条例，2020年12月中共中央修订',
  },
  {
    title: '中国共产党党员权利保障条例',
    years: [2004],
    by: '中国共产党党员权利保障条例',
    byYear: 2020,
    source: '2020年12月中共中央修订',
  },
  {
    title: '中国共产党党内监督条例（试行）',
    years: [],
    by: '中国共产党党内监督条例',
    byYear: 2016,
    source: '2003年试行；2016年10月27日中国共产党第十八届中央委员会第六次全体会议通过条例',
  },
  {
    title: '中国共产党巡视工作条例（试行）',
    years: [],
    by: '中国共产党巡视工作条例',
    byYear: 2024,
    source: '2009年试行；2015年、2017年、2024年先后修订',
  },
  {
    title: '中国共产党巡视工作条例',
    years: [2015, 2017],
    by: '中国共产党巡视工作条例',
    byYear: 2024,
    source: '2024年中共中央修订',
  },
  {
    title: '中国共产党问责条例',
    years: [2016],
    by: '中国共产党问责条例',
    byYear: 2019,
    source: '2019年中共中央修订，2019年9月1日起施行',
  },
  {
    title: '党政领导干部选拔任用工作条例',
    years: [2002, 2014],
    by: '党政领导干部选拔任用工作条例',
    byYear: 2019,
    source: '2019年3月中共中央修订',
  },
  {
    title: '干部教育培训工作条例（试行）',
    years: [],
    by: '干部教育培训工作条例',
    byYear: 2023,
    source: '2006年试行；2015年发布条例，2023年修订',
  },
  {
    title: '干部教育培训工作条例',
    years: [2015],
    by: '干部教育培训工作条例',
    byYear: 2023,
    source: '2023年中共中央修订',
  },
  {
    title: '中国共产党统一战线工作条例（试行）',
    years: [],
    by: '中国共产党统一战线工作条例',
    byYear: 2020,
    source: '2015年试行；2020年12月中共中央修订',
  },
  {
    title: '中国共产党党组工作条例（试行）',
    years: [],
    by: '中国共产党党组工作条例',
    byYear: 2019,
    source: '2015年试行；2019年4月中共中央修订',
  },
  {
    title: '中国共产党地方委员会工作条例（试行）',
    years: [],
    by: '中国共产党地方委员会工作条例',
    byYear: 2015,
    source: '1996年试行；2015年12月中共中央印发条例',
  },
  {
    title: '中国共产党农村基层组织工作条例',
    years: [1999],
    by: '中国共产党农村基层组织工作条例',
    byYear: 2018,
    source: '2018年12月中共中央修订',
  },
  {
    title: '中国共产党党和国家机关基层组织工作条例',
    years: [1998, 2010],
    by: '中国共产党党和国家机关基层组织工作条例',
    byYear: 2019,
    source: '2019年中共中央修订',
  },
  {
    title: '中国共产党基层组织选举工作暂行条例',
    years: [],
    by: '中国共产党基层组织选举工作条例',
    byYear: 2020,
    source: '1990年暂行；2020年7月中共中央印发条例',
  },
  {
    title: '中国共产党党内法规制定条例',
    years: [2012],
    by: '中国共产党党内法规制定条例',
    byYear: 2019,
    source: '2019年8月中共中央修订',
  },
  {
    title: '中国共产党党员领导干部廉洁从政若干准则',
    years: [],
    by: '中国共产党廉洁自律准则',
    byYear: 2015,
    source: '2010年印发；2015年中共中央印发新准则',
  },
];
