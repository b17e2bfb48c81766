import { withoutEmphasis } from '@shared/bank/emphasis.ts';
import type { CorrectionReply } from '@shared/model/bank.ts';
import { readCorrections } from '../../data/corrections.ts';
import { useLive } from '../../data/live.ts';
import type { Session } from '../../session.tsx';
import { dayOf } from '../../ui/format.ts';
import { Tag } from '../../ui/tag.tsx';
import { useWords } from '../../words.tsx';

/** 我的纠错: what this person reported, and what the bureau answered. Nothing where nothing was reported. */
export function Corrections({ person }: { readonly person: Session['person'] }) {
  const { corrections: words } = useWords();
  const all = useLive(() => readCorrections(person.unitName), [person.unitName]);
  const mine = all?.filter(({ personId, personName }) => (personId ? personId === person.id : personName === person.name)) ?? [];
  if (mine.length === 0) return null;
  const { columns } = words;
  return (
    <section className="study-corrections">
      <h2>{words.mine}</h2>
      <table className="table" aria-label={words.mine}>
        <thead>
          <tr>
            {[columns.date, columns.stem, columns.text, columns.state].map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {mine.map(({ id, at, stem, text, reply }) => (
            <tr key={id}>
              <td className="study-date">{dayOf(at)}</td>
              <td>{withoutEmphasis(stem)}</td>
              <td>{text}</td>
              <td>
                <State reply={reply} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function State({ reply }: { readonly reply: CorrectionReply | null }) {
  const { corrections } = useWords();
  if (!reply) return <Tag tone="plain">{corrections.waiting}</Tag>;
  return (
    <>
      <Tag tone="good">{corrections.answered}</Tag>
      <p className="study-reply">{corrections.reply(corrections.outcome[reply.outcome], reply.text)}</p>
    </>
  );
}
