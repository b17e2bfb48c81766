import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Dialog } from '../../renderer/ui/dialog.tsx';
import '../support/screen.tsx';

it('puts the focus into the first field, not on what stands above it (Chromium takes a long text that scrolls)', () => {
  render(
    <Dialog title="标题" onClose={() => undefined} actions={<button type="button">取消</button>}>
      <a href="#/question">一段很长的题干</a>
      <textarea aria-label="说明" />
    </Dialog>,
  );
  expect(document.activeElement).toBe(screen.getByLabelText('说明'));
});
