import './exam.css';
import type { Route } from '../route.ts';
import { Choose } from './choose.tsx';
import { Review } from './review/review.tsx';
import { Sit } from './sitting/sit.tsx';

/** 模拟考试: `exam` the choice of papers, `exam/sit/<id>` the sitting, `exam/review/<id>` the result. */
export default function ExamScreen({ route }: { readonly route: Route }) {
  const [place, attemptId = ''] = route;
  if (place === 'sit') return <Sit key={attemptId} attemptId={attemptId} />;
  if (place === 'review') return <Review key={attemptId} attemptId={attemptId} />;
  return <Choose />;
}
