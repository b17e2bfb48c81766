import type { ReactNode } from 'react';

interface NoticeProps {
  readonly tone: 'plain' | 'good' | 'warn' | 'bad';
  readonly children: ReactNode;
}

/** A sentence that stays until its cause is gone. Read out when it appears. */
export function Notice({ tone, children }: NoticeProps) {
  return (
    <div className={`notice notice-${tone}`} role={tone === 'bad' ? 'alert' : 'status'}>
      {children}
    </div>
  );
}

interface FailureNoticeProps {
  readonly text: { readonly what: string; readonly safe: string; readonly next: string };
}

/** What happened, what is safe, what to do next. */
export function FailureNotice({ text }: FailureNoticeProps) {
  return (
    <Notice tone="bad">
      <p>
        <strong>{text.what}</strong>
      </p>
      <p>{text.safe}</p>
      <p>{text.next}</p>
    </Notice>
  );
}
