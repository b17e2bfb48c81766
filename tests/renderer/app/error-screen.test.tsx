import { render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { ErrorScreen } from '../../../renderer/app/error-screen.tsx';
import { NewerData } from '../../../renderer/app/newer-data.tsx';

afterEach(() => vi.restoreAllMocks());

function Broken(): never {
  throw new Error('a bug');
}

it('a bug in a screen shows what is safe and what to do, never a white window', () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  render(
    <ErrorScreen>
      <Broken />
    </ErrorScreen>,
  );
  const alert = screen.getByRole('alert');
  expect(alert.textContent).toContain('程序出错了');
  expect(alert.textContent).toContain('已经显示“已保存”的作答、计划都在，没有丢失。');
  expect(alert.textContent).not.toContain('a bug');
  expect(screen.getByRole('button', { name: '重新打开' })).toBeTruthy();
});

it('an ordinary screen is shown as it is', () => {
  render(
    <ErrorScreen>
      <p>内容</p>
    </ErrorScreen>,
  );
  expect(screen.getByText('内容')).toBeTruthy();
  expect(screen.queryByRole('alert')).toBeNull();
});

it('newer data is told with what is safe and what to do', () => {
  render(<NewerData />);
  expect(screen.getByRole('alert').textContent).toBe('这里的数据来自更新版本的程序数据没有改动，仍然完整。请安装新版程序后再打开。');
});
