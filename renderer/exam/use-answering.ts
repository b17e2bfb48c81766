import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import { pickOption } from '@shared/exam/answering.ts';
import type { AttemptAnswer, PaperItem } from '@shared/model/exam.ts';
import type { Answer } from '@shared/model/question.ts';
import { actionOf, isPressable, isWriting, type KeyAction } from './keys.ts';
import type { Sheet } from './sheet.ts';

/** A text is saved when the typing rests for this long, and at once when its field is left. */
const typingMs = 400;

interface AnsweringStart {
  readonly items: readonly PaperItem[];
  readonly place: number;
  readonly setPlace: (place: number) => void;
  readonly sheet: Sheet;
  /** False while a dialog asks, and when nothing may be changed any more. */
  readonly active: boolean;
}

export interface Answering {
  readonly row: AttemptAnswer | undefined;
  readonly answer: (answer: Answer | null) => void;
  readonly flag: () => void;
  readonly goTo: (place: number) => void;
}

/** Answering the current question, by mouse or by keyboard. */
export function useAnswering({ items, place, setPlace, sheet, active }: AnsweringStart): Answering {
  const answers = useSyncExternalStore(sheet.subscribe, sheet.answers);
  const item = items[place];
  const id = item?.question.id ?? '';
  const row = answers.get(id);
  const answer = (given: Answer | null): void => {
    const typed = given?.kind === 'blanks' || given?.kind === 'text';
    sheet.change(id, { answer: given }, { at: Date.now(), waitMs: typed ? typingMs : 0 });
  };
  const flag = (): void => sheet.change(id, { flagged: !row?.flagged }, { at: Date.now(), waitMs: 0 });
  const goTo = (wanted: number): void => {
    if (wanted < 0 || wanted >= items.length) return;
    void sheet.flush();
    setPlace(wanted);
  };
  const act = (action: KeyAction): void => {
    if (action.kind === 'go') return goTo(place + action.by);
    if (action.kind === 'flag') return flag();
    if (action.kind === 'judge') return answer({ kind: 'judge', value: action.value });
    const option = item?.optionOrder[action.place];
    if (item && option !== undefined) answer(pickOption(item.question, row?.answer ?? null, option));
  };
  useKeys(item, active, act);
  return { row, answer, flag, goTo };
}

/** Keys count everywhere on the screen, but not in a field that is being written in. */
function useKeys(item: PaperItem | undefined, active: boolean, act: (action: KeyAction) => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!item || !active || event.defaultPrevented || event.isComposing) return;
    if (event.ctrlKey || event.altKey || event.metaKey || isWriting(event.target)) return;
    if (event.key === 'Enter' && isPressable(event.target)) return;
    const action = actionOf(event.key, item.question);
    if (!action) return;
    event.preventDefault(); // an arrow would otherwise move the choice inside a group of radio buttons
    if (!event.repeat || action.kind === 'go') act(action);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKey(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}
