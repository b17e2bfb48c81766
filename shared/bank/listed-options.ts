/** Texts of options that a program printed into one cell: ['甲', '乙'] · ["甲", "乙"] · [{"content": "甲"}, …] · {"A": "甲", …}; null for any other cell. */
export function listedIn(cell: string): string[] | null {
  const text = cell.trim();
  if (!/^(?:\[[^]*\]|\{[^]*\})$/.test(text)) return null;
  return fromJson(text) ?? fromScript(text);
}

function fromJson(text: string): string[] | null {
  try {
    const value: unknown = JSON.parse(text);
    if (Array.isArray(value)) return allTexts(value.map(textOf));
    return typeof value === 'object' && value !== null ? lettered(value) : null;
  } catch {
    return null; // single quotes, or no list at all
  }
}

/** {"A": "甲", "B": "乙"} in the order of the letters; null where the keys are no letters from A on. */
function lettered(value: object): string[] | null {
  const entries = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  const counted = entries.every(([key], place) => key.toUpperCase() === String.fromCharCode(65 + place));
  return counted ? allTexts(entries.map(([, text]) => textOf(text))) : null;
}

/** A text, a number, or an object with one text under whatever name. */
function textOf(item: unknown): string | null {
  if (typeof item === 'string' || typeof item === 'number') return String(item).trim();
  if (typeof item !== 'object' || item === null) return null;
  const texts = Object.entries(item).filter(([key, text]) => typeof text === 'string' && !/^(?:id|key|label|no|letter|序号)$/i.test(key));
  return texts.length === 1 ? String(texts[0]?.[1]).trim() : null;
}

const allTexts = (texts: readonly (string | null)[]): string[] | null =>
  texts.length > 1 && !texts.includes(null) ? texts.map(String) : null;

const quoted = /(['"])((?:\\.|(?!\1)[^])*)\1\s*(?=,|\]$)/g;

function fromScript(text: string): string[] | null {
  const texts = text.startsWith('[')
    ? Array.from(text.matchAll(quoted), ([, , inner = '']) => inner.replace(/\\(["'\\])/g, '$1').trim())
    : [];
  return texts.length > 0 ? texts : null;
}
