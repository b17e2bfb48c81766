import type { SheetHeader } from '@shared/ipc/contract.ts';
import type { MappedColumn } from '@shared/model/bank.ts';
import { ScrollBox } from '../../../ui/scroll-box.tsx';
import { useWords } from '../../../words.tsx';
import { columnLetters } from './column-letters.ts';
import { columnName, isMapped, mappedColumns } from './columns.ts';

interface ColumnTableProps {
  readonly header: SheetHeader;
  /** Cells of the first rows below the header. */
  readonly samples: readonly (readonly string[])[];
  readonly columns: readonly MappedColumn[];
  readonly onColumns: (columns: readonly MappedColumn[]) => void;
}

/** Each column of a table with its title, some of what it holds, and what it means. */
export function ColumnTable({ header, samples, columns, onColumns }: ColumnTableProps) {
  const { bankImport } = useWords();
  const words = bankImport.reread;
  const width = Math.max(header.titles.length, columns.length, ...samples.map((cells) => cells.length));
  const all = Array.from({ length: width }, (_, column) => columns[column] ?? '');
  return (
    <ScrollBox label={words.columns} className="bank-scroll bank-columns-box">
      <table className="table">
        <caption>{words.header(header.sheet, header.row)}</caption>
        <thead>
          <tr>
            {[words.column, words.titleOf, words.sample, words.meaning].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {columnLetters(width).map((letters, column) => (
            <tr key={letters}>
              <th scope="row">{letters}</th>
              <td>{header.titles[column]}</td>
              <td>
                <div className="bank-sample">
                  {samples
                    .map((cells) => cells[column] ?? '')
                    .filter((text) => text !== '')
                    .join(' / ')}
                </div>
              </td>
              <td>
                <select
                  className="input"
                  aria-label={words.meaningOf(letters)}
                  value={all[column]}
                  onChange={(event) => onColumns(isMapped(event.target.value) ? all.with(column, event.target.value) : all)}
                >
                  {mappedColumns.map((meaning) => (
                    <option key={meaning} value={meaning}>
                      {columnName(meaning, bankImport)}
                    </option>
                  ))}
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
