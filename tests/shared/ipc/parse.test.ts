import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { droppedChannel, eventChannels, requestChannels } from '@shared/ipc/channels.ts';
import type { Args, BankPublishRequest, Channel, CollectedItem, PaperExportRequest, RecordToSeal } from '@shared/ipc/contract.ts';
import { parseArgs } from '@shared/ipc/parse.ts';
import type { Paper } from '@shared/model/exam.ts';
import type { ExamEvent } from '@shared/model/exam-record.ts';
import type { PublishedExam } from '@shared/model/examining.ts';
import type { BundleEntry } from '@shared/model/bundle.ts';
import type { PlanDocument } from '@shared/model/plan-file.ts';
import type { Report } from '@shared/model/report.ts';
import type { Claim } from '@shared/model/topic.ts';
import { planNode, project } from '../projects/fixture.ts';

const report: Report = {
  title: '成绩汇总表',
  head: ['单位：示例县供电局'],
  columns: [{ title: '姓名', width: 6, kind: 'text' }],
  rows: [['韦敏'], [1.5], [null]],
  total: null,
  foot: [],
  orientation: 'portrait',
  fileName: '成绩汇总表',
};
const request = { place: 'place', folder: '报表', reports: [report], formats: ['xlsx', 'pdf'] } as const;
const judge = { id: 'Q-1', section: '', topic: '', stem: '一比二大', explanation: '', basis: '', difficulty: 'easy' } as const;
const draft = { type: null, stem: '？', options: [], answer: '', explanation: '', basis: '', section: '', topic: '' };
const kept: CollectedItem = { question: { ...judge, type: 'judge', answer: false }, score: 2, refused: null };
const refused = { entryId: 'e', draft, source: '题库.xlsx 第 3 行', text: '？', reasons: ['缺少题干。'] };
const reply = { correctionId: 'C-1', questionId: 'Q-1', outcome: 'accepted', text: '已改正。', at: 1 } as const;
const publication: BankPublishRequest = {
  collection: 'c',
  name: 'xuexi',
  title: '学习题库',
  place: 'place',
  replies: [reply],
  clockOk: false,
};
const reading = { file: 'token', section: '', encoding: 'gb18030', columns: ['stem', 'option:0', 'answer', ''] } as const;
const paper: Paper = { id: 'p', title: '试卷', blueprintId: 'b', seed: 1, minutes: 60, items: [] };
const exam: PublishedExam = {
  id: 'exam-1',
  title: '第四季度考试',
  quarter: '2026-Q4',
  opensAt: 1,
  closesAt: 2,
  minutes: 60,
  passLine: 80,
  release: 'key',
  candidates: ['person-1'],
  makeUpOf: null,
  questions: 50,
  full: 100,
  blueprint: null,
  recipient: `age1${'q'.repeat(58)}`,
  sealed: 'YWdl',
  key: null,
};
const event: ExamEvent = {
  id: 'attempt:0',
  attemptId: 'attempt',
  n: 0,
  previous: '',
  at: 1,
  elapsedMs: 0,
  happening: { kind: 'left' },
  hash: 'ab'.repeat(32),
};
const record: RecordToSeal = { examTitle: '第四季度考试', personName: '韦敏', recipient: exam.recipient, events: [event] };
const prints: PaperExportRequest = {
  place: 'place',
  folder: '试卷',
  papers: [{ variant: 'A', paper }],
  size: 'A3',
  printouts: ['candidate', 'sheet'],
  formats: ['docx'],
};
const plan: PlanDocument = {
  project,
  nodes: [planNode()],
  baseline: [],
  indicators: [],
  holidays: [{ day: '2026-10-10', work: true }],
  today: '2026-03-02',
};
const statement = {
  id: 'c',
  offerId: 'o',
  unitId: 'u1',
  unitName: '示例县供电局',
  branch: '',
  secretary: '示例书记',
  reason: '基础好',
  claimedAt: 1,
};
const claim: Claim = { id: 'c', offerId: 'o', statement, installation: 'key', signature: 'signature', withdrawn: false };
const entry: BundleEntry = { kind: 'claim', id: 'c', revision: 1, content: claim };
const sender = { unitId: 'u1', unitName: '示例县供电局', branch: '', personName: '示例专责' };
const bundle = { place: 'place', recipient: exam.recipient, sender, entries: [entry] };
const projectsContents = { offers: [], assignments: [], decisions: [], events: [], benchmarks: [] };
const form = {
  title: '节点变更单',
  head: [],
  columns: [1],
  rows: [{ cells: [{ text: '节点', kind: 'label', span: 1 }], height: 10 }],
  foot: [],
  orientation: 'portrait',
  fileName: '节点变更单',
} as const;
const hash = 'ab'.repeat(32);
const clock = { table: 'attemptClocks', put: { id: 'a', attemptId: 'a', elapsedMs: 1, at: 1 } } as const;

/** A call that must pass, for every channel of the contract: the compiler names one that is missing. */
const valid: { readonly [C in Channel]: Args<C> } = {
  'app:info': [],
  'settings:get': [],
  'settings:set': [{ language: 'en', zoom: 1.25, workspace: 'bureau' }],
  'journal:commit': [{ what: 'test', ops: [clock, { table: 'positions', remove: 'p' }] }],
  'journal:since': [{ n: Number.MAX_SAFE_INTEGER, hash: '' }, 2_000],
  'journal:rows': [{ n: 7, hash: 'hash' }, 0],
  'packages:installed': [],
  'packages:overview': [],
  'packages:probe': [{ kind: 'http', url: 'http://10.0.0.5/sanxun' }],
  'packages:add-source': ['probe'],
  'packages:remove-source': ['source'],
  'packages:order-sources': [['one', 'two']],
  'packages:choose-root': ['source'],
  'packages:trust-root': ['probe'],
  'packages:drives': [],
  'packages:choose-folder': [],
  'packages:sync': [{ source: null, beyondLimit: false }, 'task'],
  'packages:discard': [],
  'packages:put-off': [],
  'packages:blocks': ['staged', [0, 3]],
  'packages:settle': [['staged', 'other']],
  'packages:restore': ['bank'],
  'packages:roll-back': ['bank'],
  'packages:history': [100],
  'packages:seen': [],
  'packages:carriable': [],
  'packages:carry': [{ publisher: 'ab'.repeat(32), packages: [], place: 'place' }, 'task'],
  'publisher:state': [],
  'publisher:add-destination': [{ kind: 'webdav', url: 'https://example.com/sanxun', user: '', password: '' }],
  'publisher:remove-destination': ['destination'],
  'publisher:upload': ['destination', 'task'],
  'publisher:protect': ['root', 'a long passphrase', null],
  'publisher:unlock': ['online', 'a long passphrase'],
  'publisher:export-keys': ['root', 'a long passphrase', 'place'],
  'publisher:remove-root-keys': [],
  'publisher:import-keys': ['a long passphrase'],
  'publisher:rotate': [{ kind: 'root', keys: 3, threshold: 2 }],
  'exports:places': [],
  'exports:choose-place': [],
  'exports:write': [request, 'task'],
  'bank:choose-files': [],
  'bank:read': [reading, 'task'],
  'bank:entries': ['reading', 0, 1_000],
  'bank:source': ['ab'.repeat(32), { sheet: '单选题', row: 2, lastRow: 3 }],
  'bank:release': ['reading'],
  'bank:collect': [],
  'bank:collect-add': ['collection', [kept, { question: null, score: null, refused }]],
  'bank:export': [{ collection: 'c', format: 'gift', title: '学习题库', place: 'place' }, 'task'],
  'bank:preview': [publication],
  'bank:publish': [publication, 'task'],
  'exam:receiving-key': [],
  'exam:export-key': ['a long passphrase', 'place'],
  'exam:import-key': ['a long passphrase'],
  'exam:seal': [{ papers: { examId: 'exam-1', papers: [{ variant: 'A', paper }] }, startCode: 'ABCD-EFGH-JKMN' }],
  'exam:publish': [{ place: 'place', name: 'exam-2026-q4', exam, clockOk: false }, 'task'],
  'exam:withdraw': [{ place: 'place', name: 'exam-2026-q4', clockOk: false }, 'task'],
  'exam:choose-answers': [],
  'exam:find-answers': ['place'],
  'exam:open-answers': ['file'],
  'exam:unseal': ['exam-2026-q4', 'ABCD-EFGH-JKMN'],
  'exam:seal-record': [record],
  'exam:outbox': [],
  'exam:export-answers': ['place', ['attempt'], 'task'],
  'papers:export': [prints, 'task'],
  'projects:sign-claim': [statement],
  'projects:check-claims': [[claim]],
  'projects:publish': [{ place: 'place', name: 'projects', title: '书记项目', contents: projectsContents, clockOk: false }, 'task'],
  'projects:choose-plan': [],
  'projects:read-plan': ['file', 'task'],
  'projects:export': [
    {
      place: 'place',
      folder: '推进计划',
      files: [
        { kind: 'mspdi', plan },
        { kind: 'bars', plan, size: 'A3' },
        { kind: 'form', form, formats: ['pdf'] },
      ],
    },
    'task',
  ],
  'evidence:choose': [20],
  'evidence:open': [hash, '勘查报告.pdf'],
  'evidence:save': [hash, '勘查报告.pdf', 'place'],
  'evidence:present': [[hash]],
  'bundles:export': [bundle, 'task'],
  'bundles:choose': [],
  'bundles:find': ['place'],
  'bundles:dropped': [['/media/stick', '/media/stick/上报包.sanxun-bundle']],
  'bundles:open': ['file'],
  'window:full-screen': [true],
  'people:pins': [],
  'people:set-pin': ['person-1', null, '1357'],
  'people:check-pin': ['person-1', '1357'],
  'people:keep-pins': ['person-1', '1357', null],
  'people:reset-pin': ['person-1', '1357', 'person-2'],
  'people:told-of-reset': ['person-1'],
  'tasks:cancel': ['task'],
};
const channels = Object.keys(valid) as Channel[];

/** Calls that must not pass, beside the junk that no channel takes. */
const invalid: { readonly [C in Channel]?: readonly (readonly unknown[])[] } = {
  'settings:set': [[{ language: 'fr' }], [{ zoom: 0.1 }], [{ zoom: Number.NaN }]],
  'journal:commit': [
    [{ what: '', ops: [clock] }],
    [{ what: 'test', ops: [] }],
    [{ what: 'test', ops: [{ table: 'packages', remove: 'bank' }] }],
    [{ what: 'test', ops: [{ table: 'positions', put: clock.put }] }],
    [{ what: 'test', ops: [{ ...clock, put: { ...clock.put, elapsedMs: '1' } }] }],
  ],
  'journal:since': [
    [{ n: -1, hash: '' }, 1],
    [{ n: 0, hash: '' }, 0],
    [{ n: 0.5, hash: '' }, 1],
  ],
  'journal:rows': [
    [{ n: 7, hash: 'hash' }, -1],
    [{ n: 7 }, 0],
    [{ n: 7, hash: 'hash' }, null],
  ],
  'packages:probe': [
    [{ kind: 'http', url: 'file:///etc/passwd' }],
    [{ kind: 'folder', path: '/etc' }],
    [{ kind: 'http', url: '不是地址' }],
  ],
  'packages:order-sources': [[[]], [['']], [[7]], [Array.from({ length: 101 }, () => 'source')]],
  'packages:sync': [
    ['source', 'task'],
    [{ source: '', beyondLimit: false }, 'task'],
    [{ source: null }, 'task'],
  ],
  'packages:blocks': [
    ['staged', [-1]],
    ['staged', [1.5]],
    ['staged', []],
    ['staged', 0],
    ['staged', Array.from({ length: 65 }, () => 0)],
  ],
  'packages:settle': [['staged'], [[]], [['']]],
  'packages:history': [[0], [1.5], [1_000_000]],
  'packages:carry': [[{ publisher: 'p', packages: [7], place: 'place' }, 'task']],
  'publisher:add-destination': [
    [{ kind: 'webdav', url: 'file:///etc', user: '', password: '' }],
    [{ kind: 'folder', path: '/etc' }],
    [{ kind: 's3', url: 'https://example.com/b', region: 'x' }],
  ],
  'publisher:protect': [
    ['root', 'short', null],
    ['timestamp', 'a long passphrase', null],
  ],
  'publisher:export-keys': [['root', 'short', 'place']],
  'publisher:rotate': [[{ kind: 'root', keys: 1, threshold: 2 }], [{ kind: 'root', keys: 10, threshold: 1 }], [{ kind: 'other' }]],
  'bank:read': [
    [{ ...reading, file: '/etc/passwd'.repeat(100) }, 'task'],
    [{ ...reading, encoding: 'latin1' }, 'task'],
    [{ ...reading, columns: ['option:x'] }, 'task'],
  ],
  'bank:entries': [
    ['reading', -1, 10],
    ['reading', 0, 1_000_000],
  ],
  'bank:source': [['ab'.repeat(40), { sheet: null, row: 1, lastRow: 1 }]],
  'bank:collect-add': [
    ['collection', [{ ...kept, question: { ...kept.question, stem: '' } }]],
    ['collection', [{ ...kept, question: judge }]],
  ],
  'bank:export': [[{ collection: 'c', format: 'exe', title: '学习题库', place: 'place' }, 'task']],
  'bank:publish': [[{ ...publication, replies: [{ ...reply, outcome: 'perhaps' }] }, 'task']],
  'exam:seal': [[{ papers: { examId: 'exam-1', papers: [] }, startCode: 'ABCD-EFGH-JKMN' }]],
  'exam:publish': [
    [{ place: 'place', name: 'exam', exam: { ...exam, quarter: '2026-Q5' }, clockOk: false }, 'task'],
    [{ place: 'place', name: 'exam', exam: { ...exam, recipient: '/etc/passwd' }, clockOk: false }, 'task'],
  ],
  'exam:seal-record': [[{ ...record, events: [] }], [{ ...record, events: [{ ...event, hash: 'short' }] }]],
  'exam:export-answers': [['place', [], 'task']],
  'projects:publish': [
    [
      { place: 'place', name: 'projects', title: '书记项目', contents: { ...projectsContents, offers: [{ id: 'o' }] }, clockOk: false },
      'task',
    ],
    [{ place: 'place', name: 'projects', title: '', contents: projectsContents, clockOk: false }, 'task'],
  ],
  'projects:export': [
    [{ place: 'place', folder: '推进计划', files: [] }, 'task'],
    [{ place: 'place', folder: '推进计划', files: [{ kind: 'bars', plan, size: 'A5' }] }, 'task'],
    [{ place: 'place', folder: '推进计划', files: [{ kind: 'xlsx', plan: { ...plan, today: '今天' } }] }, 'task'],
  ],
  'evidence:open': [
    ['../../etc/passwd', 'x.pdf'],
    [hash.toUpperCase(), 'x.pdf'],
  ],
  'evidence:choose': [[0], [1e9]],
  'bundles:export': [
    [{ ...bundle, entries: [] }, 'task'],
    [{ ...bundle, recipient: 'nobody' }, 'task'],
    [{ ...bundle, entries: [{ ...entry, revision: 0 }] }, 'task'],
    [{ ...bundle, entries: [{ ...entry, kind: 'project' }] }, 'task'],
  ],
  'papers:export': [
    [{ ...prints, size: 'A5' }, 'task'],
    [{ ...prints, formats: ['exe'] }, 'task'],
  ],
  'window:full-screen': [['yes'], [1]],
  'exports:write': [
    [{ ...request, reports: [] }, 'task'],
    [{ ...request, formats: ['exe'] }, 'task'],
    [{ ...request, reports: [{ ...report, rows: [[{ formula: '=1' }]] }] }, 'task'],
  ],
};

/** Places of arguments that may be null (a passphrase or PIN that is not there) or true. */
const takesJunk: { readonly [C in Channel]?: readonly number[] } = {
  'publisher:protect': [1, 2],
  'window:full-screen': [0],
  'people:set-pin': [1, 2],
  'people:keep-pins': [2],
};

describe.each(channels)('%s', (channel) => {
  it('takes a call of the contract as it is', () => {
    expect(parseArgs(channel, valid[channel])).toEqual(valid[channel]);
  });

  it('refuses too many, too few and other arguments', () => {
    expect(() => parseArgs(channel, [...valid[channel], 'more'])).toThrow();
    if (valid[channel].length > 0) expect(() => parseArgs(channel, valid[channel].slice(1))).toThrow();
    for (const args of invalid[channel] ?? []) expect(() => parseArgs(channel, args), JSON.stringify(args)).toThrow();
  });

  it('refuses junk in any place', () => {
    const junk = fc.oneof(
      fc.constantFrom(null, undefined, '', Number.NaN, [], true),
      fc.dictionary(fc.string(), fc.string(), { minKeys: 1 }),
    );
    const places = valid[channel].map((_, place) => place).filter((place) => !takesJunk[channel]?.includes(place));
    // Changes of settings may all be left out: there, an object without any known key changes nothing.
    if (places.length === 0 || channel === 'settings:set') return;
    fc.assert(
      fc.property(fc.constantFrom(...places), junk, (place, value) => {
        expect(() => parseArgs(channel, (valid[channel] as readonly unknown[]).with(place, value))).toThrow();
      }),
    );
  });
});

it('unknown settings do not come through', () => {
  expect(parseArgs('settings:set', [{ zoom: 2, path: '/etc' }])).toEqual([{ zoom: 2 }]);
});

it('what the commit schema does not name does not reach the journal', () => {
  const commit = { what: 'test', ops: [{ ...clock, put: { ...clock.put, extra: 1 } }], extra: 1 };
  expect(parseArgs('journal:commit', [commit])).toEqual([{ what: 'test', ops: [clock] }]);
});

it('the preload lets through the channels that are parsed but the one that carries paths, and no others', () => {
  expect([...requestChannels].toSorted()).toEqual(channels.filter((channel) => channel !== droppedChannel).toSorted());
  expect([...eventChannels]).toEqual(['task:progress', 'packages:changed', 'power:changed']);
});
