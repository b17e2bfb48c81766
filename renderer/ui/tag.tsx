interface TagProps {
  readonly tone: 'good' | 'warn' | 'bad' | 'plain';
  readonly children: string;
}

/** A state in words; the colour never stands alone. */
export function Tag({ tone, children }: TagProps) {
  return <span className={`tag tag-${tone}`}>{children}</span>;
}
