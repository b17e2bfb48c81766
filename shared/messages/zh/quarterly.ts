export const quarterly = {
  page: '考试',
  title: '每季一考',
  mocks: '模拟考试',
  none: '本机还没有每季一考的试卷。局里下发后，在“数据包”中安装即可；不影响平时学习和模拟考试。',
  quarter: (year: string, number: string) => `${year}年第${['一', '二', '三', '四'][Number(number) - 1] ?? number}季度`,
  /** 9月25日 09:00 */
  moment: (month: number, day: number, time: string) => `${month}月${day}日 ${time}`,
  window: (from: string, to: string) => `开考时间：${from} 至 ${to}`,
  facts: (questions: number, minutes: number, full: number, passLine: number) =>
    `${questions} 题 · ${minutes} 分钟 · 满分 ${full} 分 · 得分率 ${passLine}% 合格`,
  listed: '您在本次考试的应考名单中。',
  unlisted: '您不在本次考试的应考名单中（名单外）。可以参加，成绩由局里另行认定。',
  makeUp: '这是一次补考。',
  states: { before: '未到开考时间', open: '正在考试时间内', closed: '已过截止时间', sitting: '正在作答', done: '已交卷' },
  before: '试卷已到本机，开考时输入启封码。',
  open: '现在可以输入启封码开考。',
  closed: '按本机时间，考试已经截止。如果局里确认可以开考，仍可输入启封码。',
  enter: '进入考试',
  enterNamed: (title: string) => `进入考试：${title}`,
  resume: '继续作答',
  receipt: '查看回执码',
  receiptNamed: (title: string) => `查看回执码：${title}`,
  left: (time: string) => `剩余时间 ${time}，计时到交卷为止。`,
  gone: '没有找到这场考试。请到“数据包”中确认考试数据包已经安装。',
  back: '返回考试',

  rules: {
    title: '考试须知',
    who: (name: string, unit: string) => `考生：${name}（${unit}）。不是本人的，请先按左边的“换人”。`,
    once: '每人只能考一次；同一台电脑可以几个人先后考。',
    saved: '每次作答自动存到磁盘，显示“已保存”后断电也不会丢失。断电、重启后接着作答，剩余时间不变。',
    clock: (minutes: number) => `按“开始答题”后计时 ${minutes} 分钟，时间到自动交卷。改电脑时间不影响计时。`,
    closing: '截止时间到了还没有答完的，可以答到自己的时间用完为止。',
    away: '开考后全屏显示，按 Esc 可以退出全屏，不会锁住电脑。离开考试窗口的次数和时间会随成绩上报。',
    release: {
      all: '交卷后显示成绩和答案。',
      score: '交卷后显示成绩；答案在考试截止后显示。',
      key: '成绩和答案在局里公布后显示。',
    },
    leaving: '上报内容：姓名、工号、单位、支部、作答过程和时间。答卷加密后只有局里能打开。',
  },

  code: {
    title: '启封码',
    hint: '启封码由局里在开考时通知，共 12 位，分三组。不分大小写；字母 O 按 0、字母 I 和 L 按 1 处理。',
    group: (number: number) => `启封码第 ${number} 组`,
    unseal: '启封试卷',
    unsealing: '正在启封，约需几秒…',
    incomplete: '启封码共 12 位，请填满三组。',
    left: (tries: string) => `还可以试 ${tries} 次；之后每次输错要等一会儿才能再试。`,
    wait: (seconds: number) => `请等 ${seconds} 秒后再试。重启程序、改电脑时间都不会缩短等待。`,
    early: (now: string, opens: string) =>
      `本机时间是 ${now}，还没有到开考时间（${opens}）。如果局里已经通知了启封码，说明本机时间可能不准，可以照常开考；请事后核对本机时间。`,
    late: (now: string, closes: string) =>
      `本机时间是 ${now}，已过截止时间（${closes}）。如果现在确实在考试时间内，说明本机时间可能不准，可以照常开考；是否计入由局里认定。`,
  },

  ready: {
    title: '试卷已启封',
    variant: (name: string) => `您的试卷：${name} 卷`,
    facts: (questions: number, minutes: number, full: number) => `共 ${questions} 题，满分 ${full} 分，用时 ${minutes} 分钟。`,
    begin: '开始答题',
    beginning: '正在开始…',
  },

  sit: {
    away: (times: number) => `已离开 ${times} 次，将随成绩上报。`,
    neverAway: '没有离开过考试窗口。',
    leave: '离开答题页（计时继续）',
    closed: (minutes: number) => `考试截止时间已到。您已经开考，可以答到自己的 ${minutes} 分钟用完为止。`,
  },

  done: {
    title: '已交卷',
    handedIn: (at: string, how: string) => `${at} ${how}`,
    receipt: '回执码',
    readOut: '请把回执码报给局里登记。局里收到答卷后会算出同样的回执码。',
    sealing: '正在封存答卷…',
    sealed: '答卷已加密封存在本机，等待上报。',
    notSealed: '答卷还没有封存，作答都在本机。程序会再试；也可以按“再试一次”。',
    toOutbox: '上报答卷',
    facts: (away: number, resumes: number, jumps: number) => `作答记录：离开 ${away} 次，重启后续答 ${resumes} 次，时间异常 ${jumps} 次。`,
    shown: {
      nothing: '成绩和答案在局里公布后显示在这里。',
      score: (at: string) => `答案在考试截止后（${at}）显示。`,
    },
    review: '查看答卷',
    toBureau: (points: number) => `另有简答题共 ${points} 分由局里评阅，最终成绩以局里公布的为准。`,
    pending: '待评阅',
  },

  outbox: {
    title: '上报答卷',
    intro: '已交的答卷加密存放在本机。导出到U盘或文件夹交给局里；重复导出、重复上报不会重复计算。',
    leaving: '上报的文件里有：姓名、工号、单位、支部、作答过程和时间。文件已加密，只有局里能打开；文件名里没有个人姓名。',
    none: '还没有待上报的答卷。交卷后会出现在这里。',
    columns: { choose: '选择', person: '姓名', exam: '考试', receipt: '回执码', sealed: '封存时间', state: '状态' },
    choose: (name: string, title: string) => `上报 ${name}，${title}`,
    exported: (at: string) => `已导出 ${at}`,
    waiting: '未导出',
    place: '导出到',
    export: '导出答卷',
    needRecord: '请至少选择一份答卷。',
    needPlace: '请选择U盘或文件夹。',
    link: (waiting: number) => (waiting > 0 ? `上报答卷（${waiting} 份未导出）` : '上报答卷'),
  },

  goOn: {
    text: (title: string, left: string) => `您有一场没有交卷的考试：${title}，剩余时间 ${left}。`,
    action: '继续作答',
  },
};
