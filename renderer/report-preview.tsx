import type { Report } from '@shared/model/report.ts';
import { cellWords } from '@shared/reports/format.ts';
import { ScrollBox } from './ui/scroll-box.tsx';
import { useWords } from './words.tsx';
import './report-preview.css';

const shownRows = 100;

/** The report as it will be printed, from the same value. */
export function ReportPreview({ report }: { readonly report: Report }) {
  const { reports } = useWords();
  const { columns, rows, total } = report;
  return (
    <section className="stack report-preview" aria-label={reports.preview}>
      <h2>{reports.preview}</h2>
      {rows.length > shownRows && <p className="soft">{reports.previewPart(shownRows, rows.length)}</p>}
      <ScrollBox label={report.title} className="report-sheet">
        <p className="report-title">{report.title}</p>
        {report.head.map((line) => (
          <p key={line}>{line}</p>
        ))}
        <table className="table">
          <caption className="visually-hidden">{report.title}</caption>
          <thead>
            <tr>
              {columns.map(({ title, kind }) => (
                <th key={title} scope="col" className={classes[kind]}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...rows.slice(0, shownRows), ...(total ? [total] : [])].map((cells, row) => (
              // rows of a report have no name of their own; their place is what tells them apart
              <tr key={row}>
                {columns.map(({ title, kind, width }, column) => (
                  <td key={title} className={classes[kind]} style={{ minWidth: `${Math.min(width, 16)}em` }}>
                    {cellWords(report, cells[column], column)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        {report.foot.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </ScrollBox>
    </section>
  );
}

const classes = { text: '', number: 'num', percent: 'num', date: 'report-day' } as const satisfies Record<
  Report['columns'][number]['kind'],
  string
>;
