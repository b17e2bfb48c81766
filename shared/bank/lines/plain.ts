const wide = /[\uFF01-\uFF5E\u3000\u00A0\u2000-\u200B\u202F\uFEFF]/g;

/** The text with full-width signs as plain ones and every kind of space as ' '. Each character keeps its place. */
export const plain = (text: string): string =>
  text.replace(wide, (sign) => {
    const code = sign.charCodeAt(0);
    return code > 0xff00 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : ' ';
  });
