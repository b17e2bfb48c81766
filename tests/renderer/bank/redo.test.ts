import { expect, it } from 'vitest';
import { isRedo, redoableIn } from '../../../renderer/bank/common/redo.ts';
import type { ListedStep } from '../../../renderer/data/bank/undo.ts';

/** Steps as they are listed, newest first: `b` did something, `-b` took it back, `--b` took that back. */
function steps(...names: readonly string[]): ListedStep[] {
  const undone = new Set<string>();
  return names.map((id) => {
    const undoes = id.startsWith('-') ? id.slice(1) : '';
    const isUndone = undone.has(id);
    if (undoes !== '' && !isUndone) undone.add(undoes);
    return { id, bankId: 'bank-1', what: undoes === '' ? 'edit' : 'undo', at: 1, personId: 'p', count: 1, undoes, undone: isUndone };
  });
}

it.each([
  ['nothing was undone', ['b', 'a'], undefined],
  ['the last step was undone', ['-b', 'b', 'a'], '-b'],
  ['it was redone', ['--b', '-b', 'b', 'a'], undefined],
  ['two were undone', ['-a', '-b', 'b', 'a'], '-a'],
  ['one of two was redone', ['--a', '-a', '-b', 'b', 'a'], '-b'],
  ['both were redone', ['--b', '--a', '-a', '-b', 'b', 'a'], undefined],
  ['something else was done since', ['c', '-b', 'b', 'a'], undefined],
])('what is redone next where %s', (_what, names, expected) => {
  expect(redoableIn(steps(...names))?.id).toBe(expected);
});

it('tells a redo from an undo', () => {
  const all = steps('--b', '-b', 'b');
  expect(all.map((step) => isRedo(step, all))).toEqual([true, false, false]);
});
