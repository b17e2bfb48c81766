import { render } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Dialog } from '../../renderer/ui/dialog.tsx';

it('closes while it is still on the page, so that the browser gives the focus back', () => {
  const { unmount, container } = render(
    <Dialog title="标题" onClose={() => undefined} actions={null}>
      内容
    </Dialog>,
  );
  const dialog = container.querySelector('dialog');
  let wasOnPage: boolean | null = null;
  if (dialog) dialog.close = () => void (wasOnPage = dialog.isConnected);
  unmount();
  expect(wasOnPage).toBe(true);
});
