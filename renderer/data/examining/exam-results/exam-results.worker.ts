import { answerExam } from './answer.ts';
import type { AskExam } from './messages.ts';

self.addEventListener('message', ({ data }: MessageEvent<AskExam>) => {
  answerExam(data)
    .then((answer) => self.postMessage(answer, { transfer: [] }))
    .catch(reportError);
});
