export const settings = {
  title: '设置',
  person: '当前人员',
  change: '更换人员',
  changeHint: '更换后，各人的答题记录和错题互不混淆，换回来仍在。书记项目由本机各人共用。',
  language: '语言',
  languages: { 'zh-CN': '简体中文', en: 'English' },
  zoom: '显示大小',
  zoomLevel: (percent: number) => `${percent}%`,
  about: '关于',
  version: (version: string) => `三训 ${version}`,
  engine: (electron: string, chromium: string) => `Electron ${electron}，Chromium ${chromium}`,
  developmentElectron: '正在使用开发用的预编译 Electron，不可用于正式发布。',
};
