import { useState } from 'react';
import type { Failure } from '@shared/model/failure.ts';
import type { ClaimStatement, Offer } from '@shared/model/topic.ts';
import { request } from '../../bridge.ts';
import { saveClaim } from '../../data/projects/topics.ts';
import { useSession } from '../../session.tsx';
import { Field } from '../../ui/field.tsx';
import { minuteOf } from '../../ui/format.ts';
import { FailureNotice, Notice } from '../../ui/notice.tsx';
import { useMinute } from '../../ui/use-minute.ts';
import { useWords } from '../../words.tsx';
import { FormDialog } from '../form-dialog.tsx';

interface ClaimDialogProps {
  readonly offer: Offer;
  readonly onClose: () => void;
}

type Problem = 'needSecretary' | 'needReason' | 'closedMeanwhile';

/** 抢注: what the branch says, signed with this computer's key and dated by its clock. */
export function ClaimDialog({ offer, onClose }: ClaimDialogProps) {
  const { projectTopics, failures } = useWords();
  const { claim: words } = projectTopics;
  const { person } = useSession();
  const now = useMinute();
  const [first] = useState({ branch: person.branch, secretary: '', reason: '' });
  const [fields, setFields] = useState(first);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [signing, setSigning] = useState(false);
  const sign = async (): Promise<void> => {
    const { unitId, unitName } = person;
    const facts = { id: crypto.randomUUID(), offerId: offer.id, unitId, unitName, claimedAt: Date.now() };
    const statement: ClaimStatement = { ...facts, ...trimmed(fields) };
    const found = problemOf(statement, offer);
    setProblem(found);
    if (found) return;
    setSigning(true);
    const failed = await signAndSave(statement);
    setSigning(false);
    setFailure(failed);
    if (!failed) onClose();
  };
  return (
    <FormDialog
      title={words.title(offer.title)}
      action={words.sign}
      isTyped={fields !== first}
      isBusy={signing}
      onSubmit={() => void sign()}
      onClose={onClose}
    >
      <div className="stack topic-form">
        <p className="topic-text">{[person.unitName, fields.branch].filter(Boolean).join(' ')}</p>
        {(['branch', 'secretary'] as const).map((field) => (
          <Field key={field} label={words[field]}>
            <input maxLength={1_000} value={fields[field]} onChange={(event) => setFields({ ...fields, [field]: event.target.value })} />
          </Field>
        ))}
        <Field label={words.reason}>
          <textarea
            rows={4}
            maxLength={32_767}
            value={fields.reason}
            onChange={(event) => setFields({ ...fields, reason: event.target.value })}
          />
        </Field>
        <p>{words.clock(minuteOf(now))}</p>
        <p className="soft">{words.signed}</p>
        {problem && <Notice tone="bad">{words[problem]}</Notice>}
        {failure && <FailureNotice text={failures[failure.kind](failure.subject)} />}
      </div>
    </FormDialog>
  );
}

const trimmed = <T extends Record<string, string>>(fields: T): T =>
  Object.fromEntries(Object.entries(fields).map(([name, text]) => [name, text.trim()])) as T; // the same names

function problemOf({ secretary, reason, claimedAt }: ClaimStatement, { opensAt, closesAt }: Offer): Problem | null {
  if (secretary === '') return 'needSecretary';
  if (reason === '') return 'needReason';
  return claimedAt < opensAt || claimedAt > closesAt ? 'closedMeanwhile' : null;
}

async function signAndSave(statement: ClaimStatement): Promise<Failure | null> {
  const signed = await request('projects:sign-claim', statement);
  if (!signed.ok) return signed.failure;
  const { id, offerId } = statement;
  const saved = await saveClaim({ id, offerId, statement, ...signed.value, withdrawn: false });
  return saved.ok ? null : saved.failure;
}
