import { never } from '@shared/never.ts';
import { hrefOf } from '../../route.ts';
import { Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words.tsx';
import type { TabName } from '../publishing-tabs.tsx';
import { dayOf } from '../../ui/format.ts';
import type { Advice } from './advice.ts';

/** What waits to be done, each with the way there. */
export function AdviceList({ advice }: { readonly advice: readonly Advice[] }) {
  const { publishing } = useWords();
  const words = publishing.advice;
  if (advice.length === 0) return <p className="soft">✓ {words.nothing}</p>;
  return (
    <section className="stack" aria-label={words.title}>
      <h2>{words.title}</h2>
      <ul className="publishing-list">
        {advice.map((one) => (
          <li key={keyOf(one)}>
            <AdviceLine advice={one} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function AdviceLine({ advice }: { readonly advice: Advice }) {
  const { publishing } = useWords();
  const text = useText(advice);
  const { tab, to } = wayOf(advice.kind);
  const isUrgent = advice.kind === 'expired' || advice.kind === 'root-expired';
  return (
    <Notice tone={isUrgent ? 'bad' : 'warn'}>
      <div className="row publishing-between">
        <p style={{ flex: '1 1 320px' }}>{text}</p>
        <a className="button" href={hrefOf('publishing', ...tab)}>
          {publishing.advice[to]}
        </a>
      </div>
    </Notice>
  );
}

function useText(advice: Advice): string {
  const { publishing } = useWords();
  const words = publishing.advice;
  switch (advice.kind) {
    case 'expired':
    case 'root-expired':
      return words[advice.kind](dateOf(advice.expires));
    case 'expires':
    case 'root-expires':
      return words[advice.kind](dateOf(advice.expires), advice.days);
    case 'not-exported':
    case 'root-open':
      return words[advice.kind];
    case 'not-uploaded':
    case 'upload-failed':
      return words[advice.kind](advice.labels);
    default:
      return never(advice);
  }
}

type Way = { readonly tab: readonly [TabName, ...string[]]; readonly to: 'toRotation' | 'toKeys' | 'toDestinations' };

const renewal: Way = { tab: ['rotation', 'renewal'], to: 'toRotation' };
const keys: Way = { tab: ['keys'], to: 'toKeys' };
const destinations: Way = { tab: ['destinations'], to: 'toDestinations' };
const ways = {
  expired: renewal,
  'root-expired': renewal,
  expires: renewal,
  'root-expires': renewal,
  'not-exported': keys,
  'root-open': keys,
  'not-uploaded': destinations,
  'upload-failed': destinations,
} satisfies Record<Advice['kind'], Way>;

const wayOf = (kind: Advice['kind']): Way => ways[kind];

const keyOf = (advice: Advice): string => JSON.stringify(advice);

const dateOf = (instant: string): string => dayOf(Date.parse(instant));
