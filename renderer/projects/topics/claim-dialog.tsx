import { useState, type SyntheticEvent } from 'react';
import type { Failure } from '@shared/model/failure.ts';
import type { ClaimStatement, Offer } from '@shared/model/topic.ts';
import { request } from '../../bridge.ts';
import { saveClaim } from '../../data/projects/topics.ts';
import { useSession } from '../../session.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { minuteOf } from '../../ui/format.ts';
import { FailureNotice, Notice } from '../../ui/notice.tsx';
import { useMinute } from '../../ui/use-minute.ts';
import { useWords } from '../../words.tsx';

interface ClaimDialogProps {
  readonly offer: Offer;
  readonly onClose: () => void;
}

type Problem = 'needSecretary' | 'needReason' | 'closedMeanwhile';

/** 抢注: what the branch says, signed with this computer's key and dated by its clock. */
export function ClaimDialog({ offer, onClose }: ClaimDialogProps) {
  const { projectTopics, failures, app } = useWords();
  const { claim: words } = projectTopics;
  const { person } = useSession();
  const now = useMinute();
  const [fields, setFields] = useState({ branch: person.branch, secretary: '', reason: '' });
  const [problem, setProblem] = useState<Problem | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [signing, setSigning] = useState(false);
  const sign = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
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
  const actions = (
    <>
      <Button onClick={onClose}>{app.cancel}</Button>
      <Button main type="submit" form="claim-form" disabled={signing}>
        {words.sign}
      </Button>
    </>
  );
  return (
    <Dialog title={words.title(offer.title)} onClose={onClose} actions={actions}>
      <form id="claim-form" className="stack topic-form" noValidate onSubmit={(event) => void sign(event)}>
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
      </form>
    </Dialog>
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
