import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Dialog } from '../../renderer/ui/dialog.tsx';
import '../support/screen.tsx';

// Chromium does not let the second Escape in a row be refused: it closed the dialog under the screen that still showed it.
it('stays open for its owner to decide, and asks once, when the browser closes it by itself', () => {
  const asked: string[] = [];
  render(
    <Dialog title="问" onClose={() => asked.push('close')} actions={null}>
      正文
    </Dialog>,
  );
  const dialog = screen.getByRole<HTMLDialogElement>('dialog');
  dialog.dispatchEvent(new Event('cancel', { cancelable: true }));
  expect(asked).toEqual(['close']);
  dialog.dispatchEvent(new Event('cancel', { cancelable: false }));
  dialog.close();
  dialog.dispatchEvent(new Event('close'));
  expect(dialog.open).toBe(true);
  expect(asked).toEqual(['close', 'close']);
});
