import type { ReactNode } from 'react';
import { ScrollBox } from '../ui/scroll-box.tsx';

interface ListTableProps {
  /** What the table lists; said to readers of the screen. */
  readonly label: string;
  readonly columns: readonly ListColumn[];
  /** The rows. */
  readonly children: ReactNode;
}

/** A heading; of numbers it stands on the right, of buttons it is only heard. */
export type ListColumn = string | { readonly number: string } | { readonly buttons: string };

/** A table that scrolls by itself where the window is narrow. */
export function ListTable({ label, columns, children }: ListTableProps) {
  return (
    <ScrollBox label={label} className="reviewing-scroll">
      <table className="table">
        <caption className="visually-hidden">{label}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Heading key={JSON.stringify(column)} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </ScrollBox>
  );
}

function Heading({ column }: { readonly column: ListColumn }) {
  if (typeof column === 'string') return <th scope="col">{column}</th>;
  if ('number' in column) {
    return (
      <th scope="col" className="num">
        {column.number}
      </th>
    );
  }
  return (
    <th scope="col">
      <span className="visually-hidden">{column.buttons}</span>
    </th>
  );
}
