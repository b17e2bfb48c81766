import type { SourceUnit } from '@shared/bank/imported.ts';
import type { SourceRow } from '@shared/ipc/contract.ts';
import type { EntryOrigin } from '@shared/model/bank.ts';
import { ScrollBox } from '../../../ui/scroll-box.tsx';
import { useWords } from '../../../words.tsx';
import { columnLetters } from '../reread/column-letters.ts';
import { useSource, type Source } from './use-source.ts';

interface SourcePaneProps {
  readonly sha256: string;
  readonly origin: EntryOrigin | null;
  /** How its places are counted. */
  readonly unit: SourceUnit;
}

/** What stands in Excel or Word where the entry comes from. */
export function SourcePane({ sha256, origin, unit }: SourcePaneProps) {
  const { bankImport, app } = useWords();
  const words = bankImport.source;
  const source = useSource(sha256, origin);
  return (
    <ScrollBox label={words.title} className="bank-pane">
      <h2 className="bank-pane-title">{words.title}</h2>
      {!origin && <p className="soft">{words.none}</p>}
      {origin && <p className="soft">{words.rows(origin, unit)}</p>}
      {origin && source === undefined && <p className="soft">{app.loading}</p>}
      {source === null && <p>{words.gone}</p>}
      {origin && source && <SourceView source={source} origin={origin} unit={unit} />}
    </ScrollBox>
  );
}

interface SourceViewProps {
  readonly source: Source;
  readonly origin: EntryOrigin;
  readonly unit: SourceUnit;
}

function SourceView({ source, origin, unit }: SourceViewProps) {
  const isOwn = ({ row }: SourceRow): boolean => origin.row <= row && row <= origin.lastRow;
  if (source.rows.every(({ cells }) => cells.length <= 1)) return <Lines rows={source.rows} isOwn={isOwn} unit={unit} />;
  return source.rows.filter(isOwn).map((row) => <TableRow key={row.row} row={row} titles={source.titles} unit={unit} />);
}

interface LinesProps {
  readonly rows: readonly SourceRow[];
  readonly isOwn: (row: SourceRow) => boolean;
  readonly unit: SourceUnit;
}

/** Lines of a text, those of the entry marked, with their neighbours: a question that was cut wrongly is seen at once. */
function Lines({ rows, isOwn, unit }: LinesProps) {
  const { bankImport } = useWords();
  return (
    <table className="bank-source">
      <tbody>
        {rows.map((line) => {
          const own = isOwn(line);
          return (
            <tr key={line.row} className={own ? 'bank-own' : 'soft'} aria-current={own ? 'true' : undefined}>
              <th scope="row" aria-label={bankImport.source.row(line.row, unit)}>
                {own ? '▸' : ''}
                {line.row}
              </th>
              <td>{line.cells[0]}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

interface TableRowProps {
  readonly row: SourceRow;
  readonly titles: readonly string[];
  readonly unit: SourceUnit;
}

/** One row of a table, its cells one under another: a row of fifteen columns is read without scrolling sideways. */
function TableRow({ row, titles, unit }: TableRowProps) {
  const { bankImport } = useWords();
  return (
    <table className="bank-source">
      <caption>{bankImport.source.row(row.row, unit)}</caption>
      <tbody>
        {columnLetters(row.cells.length).map((letters, column) =>
          row.cells[column] === '' ? null : (
            <tr key={letters} className="bank-own">
              <th scope="row">{letters}</th>
              {titles.length > 0 && <td className="soft bank-title">{titles[column]}</td>}
              <td>{row.cells[column]}</td>
            </tr>
          ),
        )}
      </tbody>
    </table>
  );
}
