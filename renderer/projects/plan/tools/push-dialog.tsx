import { useMemo } from 'react';
import type { PlanNode } from '@shared/model/project.ts';
import type { LegalCalendar } from '@shared/projects/schedule/calendar.ts';
import { pushForward } from '@shared/projects/schedule/push.ts';
import { yearsWithoutCalendar } from '@shared/projects/schedule/schedule.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { ScrollBox } from '../../../ui/scroll-box.tsx';
import { useWords } from '../../../words.tsx';

interface PushDialogProps {
  readonly rows: readonly PlanNode[];
  readonly calendar: LegalCalendar;
  /** Takes the rows as the links push them. */
  readonly onTake: (pushed: readonly PlanNode[]) => void;
  readonly onClose: () => void;
}

/** 按前置关系推算: shows which dates would move before anything is changed. */
export function PushDialog({ rows, calendar, onTake, onClose }: PushDialogProps) {
  const { projects, app } = useWords();
  const words = projects.plan.push;
  const pushed = useMemo(() => pushForward(rows, calendar), [rows, calendar]);
  const moved = pushed.flatMap((after, place) => {
    const before = rows[place];
    return before && before !== after ? [{ before, after, place }] : [];
  });
  const plainYears = yearsWithoutCalendar(
    moved.map(({ after }) => after),
    calendar,
  );
  const actions = (
    <>
      <Button onClick={onClose}>{moved.length > 0 ? app.cancel : app.close}</Button>
      {moved.length > 0 && (
        <Button main onClick={() => onTake(pushed)}>
          {words.take(moved.length)}
        </Button>
      )}
    </>
  );
  return (
    <Dialog wide title={words.title} onClose={onClose} actions={actions}>
      <p>{moved.length > 0 ? words.preview(moved.length) : words.nothing}</p>
      {plainYears.length > 0 && <Notice tone="warn">{projects.plan.plainYears(plainYears.join(projects.plan.comma))}</Notice>}
      {moved.length > 0 && (
        <ScrollBox label={words.title} className="plan-differences">
          <table>
            <thead>
              <tr>
                <th scope="col">{projects.plan.columns.number}</th>
                <th scope="col">{projects.plan.columns.title}</th>
                <th scope="col">{words.present}</th>
                <th scope="col">{words.pushed}</th>
              </tr>
            </thead>
            <tbody>
              {moved.map(({ before, after, place }) => (
                <tr key={after.id}>
                  <td>{place + 1}</td>
                  <td>{after.title}</td>
                  <td>{words.dates(before.plannedStart, before.plannedFinish)}</td>
                  <td>{words.dates(after.plannedStart, after.plannedFinish)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </Dialog>
  );
}
