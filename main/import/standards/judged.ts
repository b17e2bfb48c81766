const trueWords = /^(?:对|正确|是|√|✓|✔|true|t|yes)$/;
const falseWords = /^(?:错|错误|不对|不正确|否|×|✗|✘|false|f|no)$/;

/**
 * Two options that are the sides of a judgement, or null. Stricter than for cells of workbooks: 1 and 0, or A and B, are
 * options of their own.
 */
export function judgedBy(options: readonly string[]): { readonly right: number } | null {
  if (options.length !== 2) return null;
  const plain = options.map((option) =>
    option
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\s。.]/g, ''),
  );
  const right = plain.findIndex((option) => trueWords.test(option));
  return right >= 0 && falseWords.test(plain[1 - right] ?? '') ? { right } : null;
}
