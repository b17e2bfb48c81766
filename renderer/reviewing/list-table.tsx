import type { ReactNode } from 'react';
import { ScrollBox } from '../ui/scroll-box.tsx';

interface ListTableProps {
  /** What the table lists; said to readers of the screen. */
  readonly label: string;
  readonly columns: readonly ListColumn[];
  /** The rows. */
  readonly children: ReactNode;
}

/** A heading; of numbers it stands on the right. */
export type ListColumn = string | { readonly number: string };

/** A table that scrolls by itself where the window is narrow. */
export function ListTable({ label, columns, children }: ListTableProps) {
  return (
    <ScrollBox label={label} className="reviewing-scroll">
      <table className="table">
        <caption className="visually-hidden">{label}</caption>
        <thead>
          <tr>
            {columns.map((column) =>
              typeof column === 'string' ? (
                <th key={column} scope="col">
                  {column}
                </th>
              ) : (
                <th key={column.number} scope="col" className="num">
                  {column.number}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </ScrollBox>
  );
}
