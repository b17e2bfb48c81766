import './exam.css';
import type { Route } from '../route.ts';
import { Choose } from './choose.tsx';
import { Enter } from './quarterly/enter.tsx';
import { Outbox } from './quarterly/outbox.tsx';
import { Receipt } from './quarterly/receipt.tsx';
import { Review } from './review/review.tsx';
import { Sit } from './sitting/sit.tsx';

/**
 * 考: `exam` the choice of exams and papers, `exam/sit/<id>` the sitting, `exam/review/<id>` the result. Of a quarterly exam
 * `exam/enter/<package>` the way in, `exam/receipt/<id>` the receipt, `exam/outbox` what is to be sent.
 */
export default function ExamScreen({ route }: { readonly route: Route }) {
  const [place, attemptId = ''] = route;
  if (place === 'enter') return <Enter key={attemptId} packageName={attemptId} />;
  if (place === 'receipt') return <Receipt key={attemptId} attemptId={attemptId} />;
  if (place === 'outbox') return <Outbox />;
  if (place === 'sit') return <Sit key={attemptId} attemptId={attemptId} />;
  if (place === 'review') return <Review key={attemptId} attemptId={attemptId} />;
  return <Choose />;
}
