import { limits } from '../../../limits.ts';

/** The sheets have more rows, empty ones included, than are read. */
export class TooManyRows extends Error {
  constructor() {
    super(`有超过 ${limits.importRows} 行（含空行）；请删去末尾的空行或拆成几个文件。`);
  }
}
