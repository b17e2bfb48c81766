import type { Indicator } from '@shared/model/project.ts';
import { useWords } from '../../../words.tsx';
import { ListTable } from '../../list-table.tsx';

interface IndicatorTableProps {
  /** Which figures they are: a page may show those of two dates. */
  readonly label: string;
  readonly indicators: readonly Indicator[];
}

/** Business figures before and after, as numbers. */
export function IndicatorTable({ label, indicators }: IndicatorTableProps) {
  const { indicatorColumns: columns, unknown } = useWords().approval.submission;
  const figure = (value: number | null): string => (value === null ? unknown : String(value));
  const numbers = [columns.lastYear, columns.baseline, columns.target, columns.actual].map((number) => ({ number }));
  return (
    <ListTable label={label} columns={[columns.name, columns.unit, ...numbers]}>
      {indicators.map(({ id, name, unit, lastYear, baseline, target, actual }) => (
        <tr key={id}>
          <th scope="row">{name}</th>
          <td>{unit}</td>
          <td className="num">{figure(lastYear)}</td>
          <td className="num">{figure(baseline)}</td>
          <td className="num">{figure(target)}</td>
          <td className="num">{figure(actual)}</td>
        </tr>
      ))}
    </ListTable>
  );
}
