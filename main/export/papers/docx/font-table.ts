/**
 * Fonts that offices often lack, with the one to take instead: Word and WPS look here before they take any font. The last
 * resort of the title, 宋体 in bold, is the run's own weight.
 */
const instead = [
  ['方正小标宋简体', '华文中宋'],
  ['仿宋_GB2312', '仿宋'],
  ['楷体_GB2312', '楷体'],
  ['黑体', 'SimHei'],
  ['宋体', 'SimSun'],
] as const;

/** The part of a Word file that names its fonts, to take the place of the library's. */
export const fontTable = {
  path: 'word/fontTable.xml',
  data:
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
    instead
      .map(
        ([name, other]) => `<w:font w:name="${name}"><w:altName w:val="${other}"/><w:charset w:val="86"/><w:family w:val="auto"/></w:font>`,
      )
      .join('') +
    '</w:fonts>',
} as const;
