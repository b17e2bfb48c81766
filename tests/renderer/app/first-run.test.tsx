import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { FirstRun } from '../../../renderer/app/first-run.tsx';
import { database } from '../../../renderer/data/database.ts';
import { findPerson } from '../../../renderer/data/people.ts';
import { buildSmall, install } from '../../support/bank.ts';
import { memoryBridge, type MemoryBridge } from '../../support/memory-bridge.ts';

const person = { staffNumber: '', branch: '', duty: 'fullTime', position: '专责' } as const;
const roster = buildSmall('roster', {
  units: [
    { id: 'u1', name: '城区供电局', kind: 'county' },
    { id: 'u2', name: '郊区供电局', kind: 'county' },
  ],
  people: [
    { ...person, id: 'p1', name: '韦敏', unitId: 'u1' },
    { ...person, id: 'p2', name: '覃勇', unitId: 'u2' },
  ],
});

let bridge: MemoryBridge;
let chosen: string[];
beforeEach(async () => {
  bridge = await memoryBridge();
  chosen = [];
  await install(roster);
  render(<FirstRun onChosen={async (id) => void chosen.push(id)} />);
  await screen.findByRole('option', { name: '城区供电局' });
});

const names = () => screen.getByRole<HTMLSelectElement>('combobox', { name: '姓名' });

describe('from the roster', () => {
  it('takes unit and name, and offers only people of the unit', async () => {
    expect(names().disabled).toBe(true);
    expect(screen.getByRole('button', { name: '开始学习' })).toHaveProperty('disabled', true);
    await userEvent.selectOptions(screen.getByRole('combobox', { name: '单位' }), '郊区供电局');
    expect([...names().options].map((option) => option.text)).toEqual(['请选择姓名', '覃勇 专责']);
    await userEvent.selectOptions(names(), '覃勇 专责');
    await userEvent.click(screen.getByRole('button', { name: '开始学习' }));
    expect(chosen).toEqual(['p2']);
    expect(bridge.commits).toEqual([]);
  });

  it('forgets the name when the unit is changed', async () => {
    const unit = screen.getByRole('combobox', { name: '单位' });
    await userEvent.selectOptions(unit, '郊区供电局');
    await userEvent.selectOptions(names(), '覃勇 专责');
    await userEvent.selectOptions(unit, '城区供电局');
    expect(names().value).toBe('');
    expect(screen.getByRole('button', { name: '开始学习' })).toHaveProperty('disabled', true);
  });
});

describe('an own name', () => {
  beforeEach(() => userEvent.click(screen.getByRole('button', { name: '名册里没有我的单位或姓名' })));

  it('is kept as work, and found again', async () => {
    await userEvent.type(screen.getByLabelText('单位名称'), ' 外单位 ');
    await userEvent.type(screen.getByLabelText('姓名'), '莫兰{Enter}');
    await waitFor(() => expect(chosen).toHaveLength(1));
    expect(await findPerson(chosen[0]!)).toMatchObject({ name: '莫兰', unitName: '外单位', branch: '' });
    expect(bridge.commits.map(({ what }) => what)).toEqual(['person.add']);
  });

  it('needs unit and name', async () => {
    await userEvent.type(screen.getByLabelText('姓名'), '莫兰{Enter}');
    await screen.findByText('请先选择或填写单位和姓名。');
    expect([chosen, bridge.commits]).toEqual([[], []]);
  });

  it('that could not be saved is told and does not begin', async () => {
    bridge.refuse('disk-full');
    await userEvent.type(screen.getByLabelText('单位名称'), '外单位');
    await userEvent.type(screen.getByLabelText('姓名'), '莫兰{Enter}');
    expect((await screen.findByRole('alert')).textContent).toContain('磁盘空间不足');
    expect([chosen, await database.localPeople.toArray()]).toEqual([[], []]);
    bridge.refuse(null);
    await userEvent.click(screen.getByRole('button', { name: '开始学习' }));
    await waitFor(() => expect(chosen).toHaveLength(1));
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
