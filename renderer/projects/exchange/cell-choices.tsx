import type { PlanFileField } from '@shared/model/plan-file.ts';
import { choiceOf, wholeOf, type CellChoice, type Choices } from '@shared/projects/exchange/choices.ts';
import type { ComparedCell, ComparedRow } from '@shared/projects/exchange/compare.ts';
import { useWords } from '../../words.tsx';

interface CellChoicesProps {
  readonly row: ComparedRow;
  readonly title: string;
  readonly choices: Choices;
  readonly names: string;
  readonly onChoice: (field: PlanFileField, choice: CellChoice) => void;
}

/** The cells of one row: what the plan has, what the file has, and what goes in. */
export function CellChoices({ row, title, choices, names, onChoice }: CellChoicesProps) {
  const { projectExchange: words } = useWords();
  const hasOrigin = row.cells.some(({ conflict }) => conflict);
  return (
    <div className="exchange-scroll">
      <table className="table exchange-cells" aria-label={words.cellsOf(title)}>
        <thead>
          <tr>
            <th scope="col">{words.field}</th>
            {row.node && <th scope="col">{words.inPlan}</th>}
            {hasOrigin && <th scope="col">{words.atExport}</th>}
            <th scope="col">{words.inFile}</th>
            <th scope="col">{words.choice}</th>
          </tr>
        </thead>
        <tbody>
          {row.cells.map((cell) => (
            <CellLine
              key={cell.field}
              cell={cell}
              isNode={row.node !== null}
              hasOrigin={hasOrigin}
              choice={choiceOf(choices, row, cell)}
              names={names}
              onChoice={(choice) => onChoice(cell.field, choice)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface CellLineProps {
  readonly cell: ComparedCell;
  readonly isNode: boolean;
  readonly hasOrigin: boolean;
  readonly choice: CellChoice;
  readonly names: string;
  readonly onChoice: (choice: CellChoice) => void;
}

function CellLine({ cell, isNode, hasOrigin, choice, names, onChoice }: CellLineProps) {
  const { projectExchange: words, projects } = useWords();
  const name = projects.plan.columns[cell.field];
  const { read, unknown, conflict } = cell;
  return (
    <tr>
      <th scope="row">{name}</th>
      {isNode && <td>{shown(cell.plan, words.empty)}</td>}
      {hasOrigin && <td>{conflict ? shown(cell.exported ?? '', words.empty) : ''}</td>}
      <td>
        {shown(cell.file, words.empty)}
        {conflict && <span className="exchange-sign">{words.conflict}</span>}
        {'problem' in read && <span className="exchange-sign">{words.problem(words.problems[read.problem])}</span>}
        {unknown.length > 0 && <span className="exchange-sign">{words.unknownOwner(unknown.join(words.comma))}</span>}
      </td>
      <td>
        <select
          className="input"
          aria-label={`${name} ${words.choice}`}
          value={choice.take}
          onChange={(event) => onChoice(chosen(event.target.value, cell))}
        >
          <option value="file">{'problem' in read ? words.takeMended : words.take.file}</option>
          <option value="plan">{words.take.plan}</option>
          {'problem' in read && <option value="note">{words.take.note}</option>}
        </select>
        {choice.take === 'file' && ('problem' in read || unknown.length > 0) && (
          <Mend cell={cell} name={name} text={choice.text} names={names} onText={(text) => onChoice({ take: 'file', text })} />
        )}
      </td>
    </tr>
  );
}

/** A text that has to be put right before it goes in, or may be. */
function Mend({
  cell,
  name,
  text,
  names,
  onText,
}: Pick<CellLineProps, 'cell' | 'names'> & { readonly name: string; readonly text: string; readonly onText: (text: string) => void }) {
  const { projectExchange: words } = useWords();
  const { read } = cell;
  const isProposal = 'problem' in read && read.proposal !== '' && read.proposal === text;
  const isLong = 'problem' in read && read.problem === 'too-long';
  const props = { className: 'input exchange-mend', 'aria-label': words.mend(name), value: text };
  return (
    <>
      {isLong ? (
        <textarea {...props} rows={4} onChange={(event) => onText(event.target.value)} />
      ) : (
        <input {...props} list={cell.field === 'owner' ? names : undefined} onChange={(event) => onText(event.target.value)} />
      )}
      {isProposal && <span className="exchange-sign">{words.proposal}</span>}
    </>
  );
}

/** The longest text that is shown of a cell. */
const longestShown = 2_000;

function shown(text: string, empty: string) {
  if (text === '') return <span className="soft">{empty}</span>;
  return <span className="exchange-text">{text.length > longestShown ? `${text.slice(0, longestShown)}…` : text}</span>;
}

function chosen(value: string, cell: ComparedCell): CellChoice {
  if (value === 'plan' || value === 'note') return { take: value };
  const whole = wholeOf(cell);
  return whole.take === 'file' ? whole : { take: 'file', text: cell.file };
}
