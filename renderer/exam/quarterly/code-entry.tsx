import { useRef, useState, type KeyboardEvent } from 'react';
import { groupLength, groups } from '@shared/exam/quarterly/start-code.ts';
import type { SealedPapers } from '@shared/model/examining.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { useWords } from '../../words.tsx';
import { isWhole, nextGroup, typeInto } from './start-code-groups.ts';
import { useUnsealing } from './use-unsealing.ts';

interface CodeEntryProps {
  readonly packageName: string;
  readonly onOpened: (papers: SealedPapers) => void;
}

/** The start code in three groups, and what came of the last try. */
export function CodeEntry({ packageName, onOpened }: CodeEntryProps) {
  const { quarterly, failures } = useWords();
  const [texts, setTexts] = useState<readonly string[]>(() => Array.from({ length: groups }, () => ''));
  const [incomplete, setIncomplete] = useState(false);
  const { unseal, running, failure, waitSeconds } = useUnsealing(packageName, onOpened);
  return (
    <form
      className="stack"
      noValidate
      onSubmit={async (event) => {
        event.preventDefault();
        setIncomplete(!isWhole(texts));
        if (isWhole(texts) && !running && waitSeconds === 0) await unseal(texts.join('-'));
      }}
    >
      <Groups texts={texts} onTexts={setTexts} />
      <div role="status">
        {running && <p>{quarterly.code.unsealing}</p>}
        {incomplete && !isWhole(texts) && <p>{quarterly.code.incomplete}</p>}
        {waitSeconds > 0 && <p>{quarterly.code.wait(waitSeconds)}</p>}
      </div>
      {failure && <FailureNotice text={failures[failure.kind](failure.subject)} />}
      {failure?.kind === 'wrong-code' && waitSeconds === 0 && failure.subject !== '' && <p>{quarterly.code.left(failure.subject)}</p>}
      <p className="soft">{quarterly.code.hint}</p>
      <div>
        <Button main type="submit" disabled={running || waitSeconds > 0}>
          {quarterly.code.unseal}
        </Button>
      </div>
    </form>
  );
}

interface GroupsProps {
  readonly texts: readonly string[];
  readonly onTexts: (texts: readonly string[]) => void;
}

function Groups({ texts, onTexts }: GroupsProps) {
  const { quarterly } = useWords();
  const fields = useRef<(HTMLInputElement | null)[]>([]);
  const type = (group: number, typed: string): void => {
    const next = typeInto(texts, group, typed);
    onTexts(next);
    const goOn = nextGroup(next, group);
    if (goOn !== group) fields.current[goOn]?.focus();
  };
  const goBack = (group: number, event: KeyboardEvent): void => {
    if (event.key !== 'Backspace' || texts[group] !== '' || group === 0) return;
    event.preventDefault();
    fields.current[group - 1]?.focus();
  };
  return (
    <fieldset className="exam-code">
      <legend>{quarterly.code.title}</legend>
      {texts.map((text, group) => (
        <input
          key={group}
          ref={(field) => {
            fields.current[group] = field;
          }}
          type="text"
          size={groupLength + 2}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          aria-label={quarterly.code.group(group + 1)}
          value={text}
          onChange={(event) => type(group, event.target.value)}
          onKeyDown={(event) => goBack(group, event)}
        />
      ))}
    </fieldset>
  );
}
