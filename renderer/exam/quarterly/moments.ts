import { useWords } from '../../words.tsx';
import { minuteOf } from '../../ui/format.ts';

export interface Moments {
  /** 9月25日 09:00, on this computer's clock. */
  readonly momentOf: (at: number) => string;
  /** '2026-Q3' as 2026年第三季度. */
  readonly quarterOf: (quarter: string) => string;
}

/** Dates of exams in words. */
export function useMoments(): Moments {
  const { quarterly } = useWords();
  return {
    momentOf(at) {
      const date = new Date(at);
      return quarterly.moment(date.getMonth() + 1, date.getDate(), minuteOf(at).slice(-5));
    },
    quarterOf(quarter) {
      const [year = '', number = ''] = quarter.split('-Q');
      return quarterly.quarter(year, number);
    },
  };
}
