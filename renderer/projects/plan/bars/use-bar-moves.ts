import { useRef, useState, type FocusEvent, type KeyboardEvent, type PointerEvent } from 'react';
import type { PlanNode } from '@shared/model/project.ts';
import { moveBar, type BarDates, type BarGrip } from '@shared/projects/bars/moves.ts';

interface MoveOptions {
  readonly rows: readonly PlanNode[];
  /** The row that has the focus, or gets it. */
  readonly active: number;
  /** CSS pixels. */
  readonly dayLength: number;
  readonly onActive: (row: number) => void;
  readonly onMove: (nodeId: string, dates: BarDates) => void;
}

/** A bar on its way: nothing is changed until it is let go or confirmed. */
export interface BarDraft {
  readonly nodeId: string;
  readonly dates: BarDates;
  readonly by: 'mouse' | 'keys';
}

interface Hold {
  readonly node: PlanNode;
  readonly grip: BarGrip;
  readonly x: number;
}

/** Moving bars by mouse and by keys. Handlers stand on the drawing as a whole, so that bars need not be drawn again for them. */
export function useBarMoves({ rows, active, dayLength, onActive, onMove }: MoveOptions) {
  const [draft, setDraft] = useState<BarDraft | null>(null);
  const hold = useRef<Hold | null>(null);
  const focused = useRef(false);

  const finish = (moved: BarDraft | null): void => {
    setDraft(null);
    hold.current = null;
    const node = rows.find(({ id }) => id === moved?.nodeId);
    if (moved && node && !same(moved.dates, datesOf(node))) onMove(moved.nodeId, moved.dates);
  };

  const step = (grip: BarGrip, days: number): void => {
    const node = rows[active];
    if (!node) return;
    const from = draft?.nodeId === node.id ? draft.dates : datesOf(node);
    const dates = moveBar(from, grip, days);
    setDraft(same(dates, datesOf(node)) ? null : { nodeId: node.id, dates, by: 'keys' });
  };

  const go = (row: number): void => {
    finish(draft);
    onActive(Math.max(0, Math.min(row, rows.length - 1)));
  };

  const events = {
    onPointerDown(event: PointerEvent<SVGSVGElement>): void {
      const taken = event.button === 0 && hold.current === null ? takenAt(event.target) : null;
      const node = taken && rows[taken.row];
      if (!node) return;
      event.preventDefault(); // nothing is selected; the bar takes the focus itself
      finish(draft);
      focused.current = true;
      onActive(taken.row);
      barIn(event.currentTarget, taken.row)?.focus({ preventScroll: true });
      event.currentTarget.setPointerCapture(event.pointerId);
      hold.current = { node, grip: taken.grip, x: event.clientX };
    },
    onPointerMove({ clientX }: PointerEvent): void {
      if (!hold.current) return;
      const { node, grip, x } = hold.current;
      const dates = moveBar(datesOf(node), grip, Math.round((clientX - x) / dayLength));
      setDraft(same(dates, datesOf(node)) ? null : { nodeId: node.id, dates, by: 'mouse' });
    },
    onPointerUp(): void {
      if (hold.current) finish(draft);
    },
    onPointerCancel(): void {
      if (hold.current) finish(null);
    },
    onKeyDown(event: KeyboardEvent): void {
      const act = actionOf(event, { hasDraft: draft !== null || hold.current !== null, active, last: rows.length - 1 });
      if (!act) return;
      event.preventDefault(); // Alt+← would go back a page
      if (act.kind === 'step') step(act.grip, act.days);
      else if (act.kind === 'go') go(act.row);
      else finish(act.kind === 'confirm' ? draft : null);
    },
    onFocus(event: FocusEvent): void {
      focused.current = true;
      const row = rowAt(event.target);
      if (row !== null && row !== active) onActive(row);
    },
    onBlur(event: FocusEvent): void {
      // another window came to the front: the bar stays as it is
      if (document.activeElement === event.target || event.currentTarget.contains(event.relatedTarget)) return;
      focused.current = false;
      if (draft?.by === 'keys') finish(draft);
    },
  };
  return { draft, events, focused };
}

type KeyAction =
  | { readonly kind: 'step'; readonly grip: BarGrip; readonly days: number }
  | { readonly kind: 'go'; readonly row: number }
  | { readonly kind: 'confirm' | 'cancel' };

interface KeyContext {
  readonly hasDraft: boolean;
  readonly active: number;
  readonly last: number;
}

function actionOf(event: KeyboardEvent, { hasDraft, active, last }: KeyContext): KeyAction | null {
  const { key, altKey, shiftKey, ctrlKey } = event;
  if (ctrlKey) return null;
  if (altKey && (key === 'ArrowLeft' || key === 'ArrowRight')) {
    return { kind: 'step', grip: shiftKey ? 'finish' : 'whole', days: key === 'ArrowLeft' ? -1 : 1 };
  }
  if (altKey || shiftKey) return null;
  if (key === 'Enter' && hasDraft) return { kind: 'confirm' };
  if (key === 'Escape' && hasDraft) return { kind: 'cancel' };
  const target = { ArrowUp: active - 1, ArrowDown: active + 1, PageUp: active - 10, PageDown: active + 10, Home: 0, End: last }[key];
  return target === undefined ? null : { kind: 'go', row: target };
}

const datesOf = ({ plannedStart, plannedFinish }: PlanNode): BarDates => ({ start: plannedStart, finish: plannedFinish });
const same = (one: BarDates, other: BarDates): boolean => one.start === other.start && one.finish === other.finish;

function rowAt(target: EventTarget): number | null {
  const bar = target instanceof Element ? target.closest<SVGElement>('[data-bar]') : null;
  return bar ? Number(bar.dataset.bar) : null;
}

function takenAt(target: EventTarget): { row: number; grip: BarGrip } | null {
  const row = rowAt(target);
  const grip = target instanceof SVGElement ? target.dataset.grip : undefined;
  return row === null ? null : { row, grip: grip === 'start' || grip === 'finish' ? grip : 'whole' };
}

const barIn = (drawing: SVGSVGElement, row: number): SVGElement | null => drawing.querySelector<SVGElement>(`[data-bar="${row}"]`);
