import type { Blueprint } from '@shared/model/policy.ts';
import { difficulties } from '@shared/model/question.ts';
import type { PoolCount } from '../../../data/assembly/assembly.ts';
import { useWords } from '../../../words.tsx';
import { countOf, sectionsIn } from '../draw/counts.ts';
import { withDifficulties, withWeight } from './edits.ts';
import { NumberField } from './number-field.tsx';

interface SharesProps {
  readonly blueprint: Blueprint;
  readonly counts: readonly PoolCount[];
  readonly onChange: (blueprint: Blueprint) => void;
}

/** How sections and difficulties share the paper. */
export function Shares({ blueprint, counts, onChange }: SharesProps) {
  return (
    <div className="examining-columns">
      <SectionShares blueprint={blueprint} counts={counts} onChange={onChange} />
      <DifficultyShares blueprint={blueprint} onChange={onChange} />
    </div>
  );
}

function SectionShares({ blueprint, counts, onChange }: SharesProps) {
  const { papers } = useWords();
  const words = papers.editor;
  const sections = blueprint.sections.reduce(
    (names, { section }) => (names.includes(section) ? names : [...names, section]),
    sectionsIn(counts, null),
  );
  const weights = new Map(blueprint.sections.map(({ section, weight }) => [section, weight]));
  return (
    <fieldset className="choice">
      <legend>{words.shares}</legend>
      <p className="soft">{words.sharesHint}</p>
      <ul className="papers-shares">
        {sections.map((section) => (
          <li key={section}>
            <span>
              {section} <span className="soft">{words.available(countOf(counts, { section }))}</span>
            </span>
            <NumberField
              label={words.weightOf(section)}
              labelShown={false}
              value={weights.get(section) ?? 0}
              most={1_000}
              onChange={(weight) => onChange(withWeight(blueprint, section, weight))}
            />
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

/** What a person starts from: three easy, five medium, two hard of ten. */
const usual = { easy: 3, medium: 5, hard: 2 } as const;

function DifficultyShares({ blueprint, onChange }: Omit<SharesProps, 'counts'>) {
  const { papers, bank } = useWords();
  const words = papers.editor;
  const shares = blueprint.difficulties;
  return (
    <fieldset className="choice">
      <legend>{words.difficulties}</legend>
      <label className="check">
        <input
          type="checkbox"
          checked={!shares}
          onChange={(event) => onChange(withDifficulties(blueprint, event.target.checked ? null : usual))}
        />
        {words.anyDifficulty}
      </label>
      {shares && (
        <ul className="papers-shares">
          {difficulties.map((difficulty) => (
            <li key={difficulty}>
              <span>{bank.difficulties[difficulty]}</span>
              <NumberField
                label={words.difficultyWeight(bank.difficulties[difficulty])}
                labelShown={false}
                value={shares[difficulty]}
                most={1_000}
                onChange={(weight) => onChange(withDifficulties(blueprint, { ...shares, [difficulty]: weight }))}
              />
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  );
}
