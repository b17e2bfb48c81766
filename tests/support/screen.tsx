import { render, type RenderResult } from '@testing-library/react';
import type { ComponentType } from 'react';
import type { Route } from '../../renderer/route.ts';
import { SessionContext, type Session } from '../../renderer/session.tsx';

// what jsdom lacks: layout, and dialogs
Element.prototype.scrollIntoView = () => undefined;
Element.prototype.scrollTo = () => undefined;
window.ResizeObserver ??= class {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
};
window.requestIdleCallback ??= (callback) => window.setTimeout(() => callback({ didTimeout: false, timeRemaining: () => 50 }));
window.cancelIdleCallback ??= (handle) => window.clearTimeout(handle);
HTMLDialogElement.prototype.showModal = function showModal() {
  this.open = true;
};
HTMLDialogElement.prototype.close = function close() {
  this.open = false;
};

export const session: Session = {
  person: {
    id: 'person-1',
    name: '韦敏',
    staffNumber: '0001',
    unitId: 'unit-1',
    branch: '运维支部',
    duty: 'fullTime',
    position: '党建专责',
    unitName: '示例县供电局',
  },
  settings: { language: 'zh-CN', personId: 'person-1', zoom: 1, workspace: 'bureau', automaticChecks: true, monthlyLimit: 0 },
  changeSettings: async () => undefined,
};

/** A feature's page as the shell shows it, with somebody at the computer. */
export function renderScreen(Screen: ComponentType<{ readonly route: Route }>, route: Route): RenderResult {
  return render(
    <SessionContext value={session}>
      <Screen route={route} />
    </SessionContext>,
  );
}
