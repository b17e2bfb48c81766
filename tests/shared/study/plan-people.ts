import { seedFrom } from '@shared/exam/random.ts';
import type { Schedule } from '@shared/model/study.ts';
import { afterReview } from '@shared/study/schedule.ts';
import { rightShareOf } from '@shared/study/pace.ts';
import { daysToExam, queueOfDay } from '@shared/study/plan-to-date.ts';

const dayMs = 86_400_000;
const begin = Date.UTC(2026, 5, 1);
export const days = 60;

/** How one person's sixty days went. */
export interface Life {
  readonly questions: number;
  readonly secondsPerDay: number;
  readonly missed: number;
  /** The longest day, in seconds. */
  readonly longest: number;
  /** How many questions the plan of each morning said would be answered by the exam. */
  readonly forecasts: readonly number[];
  /** How many were. */
  readonly reached: number;
  /** How many questions were waiting longer than their day, at most. */
  readonly waiting: number;
}

/** Somebody who studies the queue of each day, or misses days, until the exam. */
export class PlanPerson {
  readonly #dice: (below: number) => number;
  readonly #schedules = new Map<string, Schedule>();
  /** When a mistake was answered last, and how often it was right since. */
  readonly #wrong = new Map<string, { readonly at: number; readonly right: number }>();
  readonly #answers: boolean[] = [];
  readonly #questions: number;
  readonly #seconds: number;
  readonly #secondsPerDay: number;
  readonly #missing: number;
  readonly #knows: number;
  #next = 0;

  constructor(seed: number) {
    this.#dice = seedFrom(seed);
    this.#questions = 150 + this.#dice(900);
    this.#seconds = 15 + this.#dice(40);
    this.#secondsPerDay = 60 * (5 + this.#dice(26));
    this.#missing = seed % 2 === 0 ? 0 : 10 + this.#dice(40);
    this.#knows = 60 + this.#dice(36);
  }

  live(): Life {
    let [missed, longest, waiting] = [0, 0, 0];
    const forecasts: number[] = [];
    for (let day = 0; day < days; day += 1) {
      forecasts.push(this.#forecast(day));
      waiting = Math.max(waiting, this.#due(day).length);
      if (this.#dice(100) < this.#missing) missed += 1;
      else longest = Math.max(longest, this.#study(day));
    }
    return { questions: this.#questions, secondsPerDay: this.#secondsPerDay, missed, longest, forecasts, reached: this.#next, waiting };
  }

  #forecast(day: number): number {
    const later = Array.from({ length: days - 1 - day }, (_, ahead) => this.#dueOn(day + 1 + ahead));
    const plan = daysToExam({
      today: dateOf(day),
      examDate: dateOf(days),
      secondsPerDay: this.#secondsPerDay,
      spentSeconds: 0,
      due: { count: this.#due(day).length, seconds: this.#seconds },
      weak: { count: this.#weak(day).length, seconds: this.#seconds },
      unseen: { count: this.#questions - this.#next, seconds: this.#seconds },
      later,
      right: rightShareOf(this.#answers.slice(-200).map((correct) => ({ correct }))),
    });
    return this.#next + plan.reduce((sum, { unseen }) => sum + unseen, 0);
  }

  /** The queue, then what comes back within the day, as the page of the day asks it. Gives how long it took. */
  #study(day: number): number {
    let at = begin + day * dayMs + 3 * 3_600_000;
    let spent = 0;
    for (let more = true; more;) {
      const soon = this.#soon(day);
      const queue = queueOfDay({
        secondsPerDay: this.#secondsPerDay,
        spentSeconds: spent + soon.length * this.#seconds,
        due: this.#timed(this.#due(day)),
        weak: this.#timed(this.#weak(day)),
        unseen: this.#timed(Array.from({ length: Math.min(200, this.#questions - this.#next) }, (_, n) => `q${this.#next + n}`)),
      });
      const asked = queue.ids.length > 0 ? queue.ids : spent + this.#seconds <= this.#secondsPerDay ? soon.slice(0, 1) : [];
      for (const id of asked) {
        this.#answer(id, at);
        at += 1_000 * this.#seconds;
        spent += this.#seconds;
      }
      more = asked.length > 0;
    }
    return spent;
  }

  #answer(id: string, at: number): void {
    const known = this.#schedules.get(id) ?? null;
    if (!known) this.#next += 1;
    const correct = this.#dice(100) < (known ? this.#knows : 60);
    const right = correct ? (this.#wrong.get(id)?.right ?? 2) + 1 : 0;
    if (right >= 2) this.#wrong.delete(id);
    else this.#wrong.set(id, { at, right });
    this.#answers.push(correct);
    this.#schedules.set(id, afterReview(known, { correct, at, revision: 'r' }, { personId: 'p', questionId: id, section: '' }));
  }

  /** Due by the end of the day and not asked on it yet, the most overdue first. */
  #due(day: number): string[] {
    const waiting = [...this.#schedules.values()].filter(
      ({ due, lastReview }) => due < begin + (day + 1) * dayMs && lastReview < begin + day * dayMs,
    );
    return waiting.toSorted((one, other) => one.due - other.due).map(({ questionId }) => questionId);
  }

  #dueOn(day: number): number {
    return this.#schedules
      .values()
      .filter(({ due }) => due >= begin + day * dayMs && due < begin + (day + 1) * dayMs)
      .toArray().length;
  }

  #soon(day: number): string[] {
    const today = [...this.#schedules.values()].filter(
      ({ due, lastReview }) => lastReview >= begin + day * dayMs && due < begin + (day + 1) * dayMs,
    );
    return today.toSorted((one, other) => one.due - other.due).map(({ questionId }) => questionId);
  }

  #weak(day: number): string[] {
    const due = new Set(this.#due(day));
    return [...this.#wrong].filter(([id, { at }]) => at < begin + day * dayMs && !due.has(id)).map(([id]) => id);
  }

  #timed(ids: readonly string[]): { readonly id: string; readonly seconds: number }[] {
    return ids.map((id) => ({ id, seconds: this.#seconds }));
  }
}

const dateOf = (day: number): string => new Date(begin + day * dayMs).toISOString().slice(0, 10);
