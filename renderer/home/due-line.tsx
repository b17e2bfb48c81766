import { Tag } from '../ui/tag.tsx';

interface DueLineProps {
  readonly text: string;
  readonly action: string;
  readonly href: string;
  readonly main?: boolean;
  readonly tone?: 'bad';
}

/** One matter and the way to it. */
export function DueLine({ text, action, href, main = false, tone }: DueLineProps) {
  return (
    <div className="row" style={{ justifyContent: 'space-between' }}>
      <span>
        {tone && <Tag tone={tone}>!</Tag>} {text}
      </span>
      <a className={`button ${main ? 'button-main' : ''}`} href={href}>
        {action}
      </a>
    </div>
  );
}
