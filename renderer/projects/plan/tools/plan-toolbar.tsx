import { Button } from '../../../ui/button.tsx';
import { selectionOf, type GridCommand, type GridState } from '../../../ui/grid/grid-state.ts';
import { useWords } from '../../../words.tsx';
import type { PlanView } from '../session/plan-session.ts';

interface PlanToolbarProps {
  readonly grid: GridState;
  readonly view: PlanView;
  readonly onCommand: (command: GridCommand) => void;
  readonly onPush: () => void;
}

/** The commands of the table for those who do not know their keys. */
export function PlanToolbar({ grid, view, onCommand, onPush }: PlanToolbarProps) {
  const { plan } = useWords().projects;
  const range = selectionOf(grid);
  const count = range.bottom - range.top + 1;
  const last = view.rows.length - 1;
  const tools: readonly { name: string; command: GridCommand; off: boolean }[] = [
    { name: plan.insertAbove(count), command: { kind: 'insertRows', row: range.top, count }, off: false },
    { name: plan.insertBelow(count), command: { kind: 'insertRows', row: range.bottom + 1, count }, off: false },
    { name: plan.remove, command: { kind: 'removeRows', range }, off: range.top > last },
    { name: plan.moveUp, command: { kind: 'moveRows', range, by: -1 }, off: range.top <= 0 || range.bottom > last },
    { name: plan.moveDown, command: { kind: 'moveRows', range, by: 1 }, off: range.bottom >= last },
    { name: plan.fillDown, command: { kind: 'fillDown', range }, off: range.bottom === 0 },
    { name: plan.undo, command: { kind: 'undo' }, off: !view.canUndo },
    { name: plan.redo, command: { kind: 'redo' }, off: !view.canRedo },
  ];
  return (
    <div className="row" role="group" aria-label={plan.tools}>
      {tools.map(({ name, command, off }) => (
        <Button key={name} className="plan-tool" disabled={off} onClick={() => onCommand(command)}>
          {name}
        </Button>
      ))}
      <Button className="plan-tool" onClick={onPush}>
        {plan.push.button}
      </Button>
      <SaveState saving={view.saving} />
    </div>
  );
}

function SaveState({ saving }: { readonly saving: PlanView['saving'] }) {
  const { app } = useWords();
  const text = { saved: `✓ ${app.saved}`, saving: app.saving, failed: `⚠ ${app.notSaved}` }[saving];
  return (
    <span className={`plan-saving plan-${saving}`} role="status">
      {text}
    </span>
  );
}
