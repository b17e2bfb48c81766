import { withoutLabel } from '../../answer.ts';
import type { Draft } from '../../imported.ts';
import { accept, commonOf, refuse } from './accept.ts';
import { error, type SimpleOutcome } from './outcome.ts';
import type { Sifted } from './sift.ts';

/** Reads a question with a written answer; each line of it is a key point. */
export function readShort(sifted: Sifted, draft: Draft): SimpleOutcome {
  const { stem, answer } = sifted.answer === '' ? below(sifted.stem) : { stem: sifted.stem, answer: written(sifted.answer) };
  if (answer === '') return refuse(draft, error('answer-missing', '缺少参考答案。'));
  return accept({ ...commonOf(draft, stem, sifted), type: 'short', answer }, sifted, []);
}

const written = (answer: string): string =>
  withoutLabel(answer)
    .replace(/^答\s*[:：]\s*/, '')
    .trim();

const asks = /[?？]$|^(?:请|试)?(?:简述|简答|论述|阐述|试述|概述|说明|列举|列出|什么是|如何|怎样|为什么|谈谈).*[。]$/s;

/** What stands below the only line that asks is its answer. */
function below(source: string): { stem: string; answer: string } {
  const cut = source.indexOf('\n');
  const asked = cut > 0 && asks.test(source.slice(0, cut).trim()) && !/[?？]/.test(source.slice(cut));
  return asked ? { stem: source.slice(0, cut).trim(), answer: source.slice(cut).trim() } : { stem: source, answer: '' };
}
