export const studyNotes = {
  favourites: {
    title: '收藏',
    count: (count: number) => `收藏 ${count} 题`,
    none: '还没有收藏的题。做题时按“收藏”，就收到这里。',
    practise: '练习收藏的题',
  },
  notes: {
    title: '笔记',
    count: (count: number) => `写了笔记的 ${count} 题`,
    none: '还没有笔记。做题时按“笔记”写下要点，就收到这里。',
  },
  search: '在这里搜索',
  searchHint: '输入题目或笔记里的字词',
  found: (count: number, total: number) => `${total} 题中搜到 ${count} 题`,
  noneFound: '没有搜到。请换个词再试。',
  reading: '正在读取题目…',
  columns: { stem: '题目', note: '笔记', section: '板块', type: '题型' },
  keys: '↑ ↓ 选题，回车打开',
  open: '打开这道题',
  back: '返回学习',
  gone: (count: number) => `另有 ${count} 题已不在现在的题库里，笔记仍保留；题目回来时再显示。`,
};
