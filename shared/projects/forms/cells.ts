import type { FormCell, FormRow } from '../../model/form.ts';
import { isDay } from '../days.ts';
import { clip } from '../../reports/format.ts';

/** What a cell may carry through IPC. */
const longestText = 40_000;

const cell = (kind: FormCell['kind'], text: string, span: number): FormCell => ({ text: clip(text, longestText), kind, span });
export const label = (text: string, span: number): FormCell => cell('label', text, span);
export const value = (text: string, span: number): FormCell => cell('value', text, span);

export const row = (cells: readonly FormCell[], height = 0): FormRow => ({ cells, height });

/** Every form has 24 columns of one width; what stands before a value takes four of them. */
const whole = 24;
export const columns: readonly number[] = Array.from({ length: whole }, () => 1);
const before = 4;

/** One field that takes the whole line. */
export const wideField = (name: string, text: string, height = 0): FormRow =>
  row([label(name, before), value(text, whole - before)], height);

/** Two fields beside each other. */
export const twoFields = (one: readonly [name: string, text: string], other: readonly [name: string, text: string]): FormRow =>
  row([one, other].flatMap(([name, text]) => [label(name, before), value(text, whole / 2 - before)]));

/** Room for an opinion; its last line is the one to sign. */
export const signatureField = (name: string, lines: readonly string[], height: number): FormRow =>
  row([label(name, before), cell('signature', lines.filter((line) => line !== '').join('\n'), whole - before)], height);

const blank = '　　';
export const emptyDate = `${blank}　年${blank}月${blank}日`;

/** 2026年3月5日, without leading zeros (GB/T 9704); room for a date where there is none. */
export const officialDay = (day: string): string =>
  isDay(day) ? `${day.slice(0, 4)}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日` : emptyDate;

/** The line to sign. Who signed on screen stands in brackets: the hand writes before it. */
export const signLine = (signer: string, day: string): string =>
  `签字：${blank.repeat(4)}${signer === '' ? blank : `（${clip(signer, 100)}）`}　${officialDay(day)}`;
