import { dayOf } from '../../ui/format.ts';
import { Tag } from '../../ui/tag.tsx';
import { useWords } from '../../words.tsx';
import { validityOf } from './validity.ts';

interface ValidityFactsProps {
  /** ISO 8601, or ''. */
  readonly expires: string;
  readonly rootExpires: string;
  readonly now: number;
}

/** Until when what is signed is valid, the root too. */
export function ValidityFacts({ expires, rootExpires, now }: ValidityFactsProps) {
  const { overview } = useWords().publishing;
  return (
    <section className="card stack">
      <h2>{overview.validity}</h2>
      <dl className="publishing-facts">
        <dt>{overview.expires}</dt>
        <dd>
          <Until expires={expires} now={now} />
        </dd>
        <dt>{overview.rootExpires}</dt>
        <dd>
          <Until expires={rootExpires} now={now} />
        </dd>
      </dl>
    </section>
  );
}

const tones = { valid: 'good', soon: 'warn', expired: 'bad' } as const;

function Until({ expires, now }: { readonly expires: string; readonly now: number }) {
  const { overview } = useWords().publishing;
  const validity = validityOf(expires, now);
  if (!validity) return '—';
  const { days, state } = validity;
  return (
    <span className="row">
      {overview.until(dayOf(Date.parse(expires)))}
      <Tag tone={tones[state]}>{state === 'expired' ? overview.expired : overview.left(days)}</Tag>
    </span>
  );
}
