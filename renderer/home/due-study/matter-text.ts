import { partsOf } from '@shared/exam/bureau/quarters.ts';
import { never } from '@shared/never.ts';
import { minuteOf, percentOf } from '../../ui/format.ts';
import { useWords } from '../../words.tsx';
import type { Matter } from './matters.ts';

interface MatterText {
  readonly text: string;
  readonly action: string;
}

/** What a matter is called, and the way to it. */
export function useMatterText(): (matter: Matter) => MatterText {
  const { home, app } = useWords();
  const momentOf = (at: number): string => {
    const date = new Date(at);
    return home.moment(date.getMonth() + 1, date.getDate(), minuteOf(at).slice(-5));
  };
  return (matter) => {
    switch (matter.kind) {
      case 'examOpen':
        return { text: home.examOpen(matter.title, momentOf(matter.at)), action: home.examOpenAction };
      case 'examAhead':
        return { text: home.examAhead(matter.title, momentOf(matter.at)), action: home.examAheadAction };
      case 'examDay': {
        const [year = 0, month = 0, day = 0] = matter.date.split('-').map(Number);
        const quarter = partsOf(matter.quarter);
        const name = home.quarterName(quarter.year, quarter.number);
        return { text: home.nextExam(name, app.date(year, month, day), matter.days), action: home.mockAction };
      }
      case 'queue':
        return { text: home.queue(matter.count, matter.minutes), action: home.queueAction };
      case 'section':
        return matter.isBegun
          ? { text: home.goOn(matter.section), action: home.goOnAction }
          : { text: home.begin(matter.section), action: home.beginAction };
      case 'mistakes':
        return { text: home.mistakes(matter.count), action: home.mistakesAction };
      case 'weakest': {
        const { section, topic, estimate, answers } = matter.topic;
        return { text: home.weakest(section, topic, percentOf(estimate), answers), action: home.weakestAction };
      }
      case 'forecast': {
        const { expected, low, high } = matter.forecast;
        return { text: home.forecast(expected, low, high), action: home.forecastAction };
      }
      default:
        return never(matter);
    }
  };
}
