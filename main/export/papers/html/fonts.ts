/** Chinese fonts by what they set, each with its fallbacks (GB/T 9704, formats: 7); Latin letters and digits are Times New Roman. */
export const fonts = {
  title: '"方正小标宋简体", FZXiaoBiaoSong-B05S, "华文中宋", STZhongsong, "Times New Roman", "宋体", SimSun, "Noto Serif CJK SC", serif',
  body: '"Times New Roman", "宋体", SimSun, "Noto Serif CJK SC", serif',
  heading: '"黑体", SimHei, "Noto Sans CJK SC", sans-serif',
  fangsong: '"Times New Roman", "仿宋_GB2312", "仿宋", FangSong, "Noto Serif CJK SC", serif',
  kai: '"Times New Roman", "楷体_GB2312", "楷体", KaiTi, "Noto Serif CJK SC", serif',
} as const;
