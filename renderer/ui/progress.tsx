interface ProgressProps {
  readonly label: string;
  readonly done: number;
  /** 0 while the size is not yet known. */
  readonly total: number;
}

export function Progress({ label, done, total }: ProgressProps) {
  return (
    <div>
      <div className="row">
        <span>{label}</span>
        {total > 0 && <span className="soft">{Math.floor((100 * done) / total)}%</span>}
      </div>
      {total > 0 ? <progress aria-label={label} value={done} max={total} /> : <progress aria-label={label} />}
    </div>
  );
}
