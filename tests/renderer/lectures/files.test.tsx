import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { PackageFile } from '@shared/model/package.ts';
import { Files } from '../../../renderer/lectures/files.tsx';

const file = (name: string, type: string, sha256: string): PackageFile => ({ name, type, length: 2_048, sha256, pieces: [] });
const video = file('第一讲.mp4', 'video/mp4', 'aa');
const files = [
  video,
  file('第一讲.vtt', 'text/vtt', 'bb'),
  file('录音.wav', 'audio/wav', 'cc'),
  file('讲义.docx', 'application/octet-stream', 'dd'),
];

it('lists the files with their size; each can be saved, what can be played is opened', () => {
  render(<Files files={files} />);
  expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
    '第一讲.mp42.0 KB打开另存为…',
    '录音.wav2.0 KB打开另存为…',
    '讲义.docx2.0 KB另存为…',
  ]);
  const save = screen.getByRole('link', { name: '另存为… 讲义.docx' });
  expect([save.getAttribute('href'), save.getAttribute('download')]).toEqual(['/files/dd', '讲义.docx']);
});

it('plays one at a time, a video with its subtitles', async () => {
  render(<Files files={files} />);
  await userEvent.click(screen.getByRole('button', { name: '打开 第一讲.mp4' }));
  const player = screen.getByLabelText<HTMLVideoElement>('第一讲.mp4');
  expect([player.getAttribute('src'), player.controls, player.querySelector('track')?.getAttribute('src')]).toEqual([
    '/files/aa',
    true,
    '/files/bb',
  ]);
  await userEvent.click(screen.getByRole('button', { name: '打开 录音.wav' }));
  expect(document.querySelectorAll('video, audio')).toHaveLength(1);
  expect(screen.getByLabelText('录音.wav').querySelector('track')?.hasAttribute('src')).toBe(false);
  await userEvent.click(screen.getByRole('button', { name: '收起 录音.wav' }));
  expect(document.querySelectorAll('video, audio')).toHaveLength(0);
});

it('says so when one cannot be played', async () => {
  render(<Files files={[video]} />);
  await userEvent.click(screen.getByRole('button', { name: '打开 第一讲.mp4' }));
  fireEvent.error(screen.getByLabelText('第一讲.mp4'));
  expect(screen.getByText(/这个文件打不开/)).toBeTruthy();
});

it('shows nothing where there are none', () => {
  const { container } = render(<Files files={[]} />);
  expect(container.childElementCount).toBe(0);
});
