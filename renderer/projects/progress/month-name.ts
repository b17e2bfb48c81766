import { useWords } from '../../words.tsx';

/** Says a 'YYYY-MM' as people do. */
export function useMonthName(): (month: string) => string {
  const { months } = useWords().projectProgress;
  return (month) => {
    const [year = 0, number = 0] = month.split('-').map(Number);
    return months.name(year, number);
  };
}
