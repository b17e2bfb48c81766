import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Dialog } from '../../renderer/ui/dialog.tsx';
import '../support/screen.tsx';

it('puts the focus into the first field, not on a long text above it that can be scrolled', () => {
  render(
    <Dialog title="标题" onClose={() => undefined} actions={<button type="button">取消</button>}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- as Chromium treats whatever scrolls */}
      <p tabIndex={0}>一段很长的题干</p>
      <textarea aria-label="说明" />
    </Dialog>,
  );
  expect(document.activeElement).toBe(screen.getByLabelText('说明'));
});
