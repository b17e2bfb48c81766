import { onTestFinished, vi } from 'vitest';
import { answerExam } from '../../renderer/data/examining/exam-results/answer.ts';
import type { AskExam } from '../../renderer/data/examining/exam-results/messages.ts';

/** Until the test ends, exams are counted in the page: jsdom has no workers. Messages are cloned as between threads. */
export function installExamWorkers(): void {
  vi.stubGlobal('Worker', ExamWorker);
  onTestFinished(() => void vi.unstubAllGlobals());
}

class ExamWorker extends EventTarget {
  #ended = false;

  postMessage(asked: AskExam): void {
    void answerExam(structuredClone(asked)).then((answer) => {
      if (!this.#ended) this.dispatchEvent(new MessageEvent('message', { data: structuredClone(answer) }));
    });
  }

  terminate(): void {
    this.#ended = true;
  }
}
