import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import { pickOption } from '@shared/exam/answering.ts';
import { answerOfPart, answerPart, partItems } from '@shared/exam/case.ts';
import type { AttemptAnswer, PaperItem, PartItem } from '@shared/model/exam.ts';
import type { SimpleAnswer } from '@shared/model/question.ts';
import { isScrolling } from '../../ui/use-keys.ts';
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
  /** Answers the question; of a case the part at this place. */
  readonly answer: (answer: SimpleAnswer | null, part: number) => void;
  /** Of a case: the place of the part that keys act on. */
  readonly part: number;
  readonly setPart: (part: number) => void;
  readonly flag: () => void;
  readonly goTo: (place: number) => void;
}

/** Answering the current question, by mouse or by keyboard. */
export function useAnswering({ items, place, setPlace, sheet, active }: AnsweringStart): Answering {
  const answers = useSyncExternalStore(sheet.subscribe, sheet.answers);
  const item = items[place];
  const id = item?.question.id ?? '';
  const row = answers.get(id);
  const [partAt, setPartAt] = useState({ place, part: 0 });
  const part = partAt.place === place ? partAt.part : 0;
  const setPart = (wanted: number): void => setPartAt({ place, part: wanted });
  const { asked, parts } = askedOf(item, part);
  const answer = (given: SimpleAnswer | null, at: number): void => {
    const typed = given?.kind === 'blanks' || given?.kind === 'text';
    const whole = parts > 0 ? answerPart(row?.answer ?? null, { place: at, parts, given }) : given;
    sheet.change(id, { answer: whole }, { at: Date.now(), waitMs: typed ? typingMs : 0 });
  };
  const flag = (): void => sheet.change(id, { flagged: !row?.flagged }, { at: Date.now(), waitMs: 0 });
  const goTo = (wanted: number): void => {
    if (wanted < 0 || wanted >= items.length) return;
    void sheet.flush();
    setPlace(wanted);
  };
  const act = (action: KeyAction): void => {
    if (action.kind === 'go') return goTo(place + action.by);
    if (action.kind === 'next') return part + 1 < parts ? setPart(part + 1) : goTo(place + 1);
    if (action.kind === 'flag') return flag();
    if (action.kind === 'judge') return answer({ kind: 'judge', value: action.value }, part);
    const option = asked?.optionOrder[action.place];
    const before = parts > 0 ? answerOfPart(row?.answer ?? null, part) : (row?.answer ?? null);
    if (asked && option !== undefined) answer(pickOption(asked.question, before, option), part);
  };
  useKeys(asked, active, act);
  return { row, answer, part, setPart, flag, goTo };
}

/** What keys act on: the question, or this part of a case; and how many parts there are. */
function askedOf(item: PaperItem | undefined, part: number): { readonly asked: PartItem | undefined; readonly parts: number } {
  if (!item) return { asked: undefined, parts: 0 };
  const { question, ...rest } = item;
  if (question.type !== 'case') return { asked: { question, ...rest }, parts: 0 };
  const parts = partItems(item);
  return { asked: parts[part], parts: parts.length };
}

/** Keys count everywhere on the screen, but not in a field that is being written in. */
function useKeys(item: PartItem | undefined, active: boolean, act: (action: KeyAction) => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!item || !active || event.defaultPrevented || event.isComposing) return;
    if (event.ctrlKey || event.altKey || event.metaKey || isWriting(event.target) || isScrolling(event)) return;
    if (event.key === 'Enter' && isPressable(event.target)) return;
    const action = actionOf(event.key, item.question);
    if (!action) return;
    event.preventDefault(); // an arrow would otherwise move the choice inside a group of radio buttons
    if (!event.repeat || action.kind === 'go' || action.kind === 'next') act(action);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKey(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}
