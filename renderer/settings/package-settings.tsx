import { useState } from 'react';
import { useSession } from '../session.tsx';
import { Notice } from '../ui/notice.tsx';
import { useWords } from '../words.tsx';

/** As much as the channel takes, in megabytes. */
const mostMegabytes = 1_000_000;

/** How new packages are looked for. */
export function PackageSettings() {
  const { settings: words } = useWords();
  const { settings, changeSettings } = useSession();
  return (
    <section className="card stack">
      <h2>{words.packages}</h2>
      <div className="field">
        <label className="check">
          <input
            type="checkbox"
            checked={settings.automaticChecks}
            onChange={(event) => void changeSettings({ automaticChecks: event.target.checked })}
          />
          {words.automaticChecks}
        </label>
        <small className="soft">{words.automaticChecksHint}</small>
      </div>
      <MonthlyLimit />
    </section>
  );
}

/** Kept when the field is left; what is no number is not kept and said. */
function MonthlyLimit() {
  const { settings: words } = useWords();
  const { settings, changeSettings } = useSession();
  const [text, setText] = useState(String(settings.monthlyLimit));
  const [refused, setRefused] = useState(false);
  const keep = (): void => {
    const limit = text.trim() === '' ? 0 : Number(text);
    const isLimit = Number.isInteger(limit) && limit >= 0 && limit <= mostMegabytes;
    setRefused(!isLimit);
    if (!isLimit) return;
    setText(String(limit));
    if (limit !== settings.monthlyLimit) void changeSettings({ monthlyLimit: limit });
  };
  return (
    <>
      <label className="field">
        <span>{words.monthlyLimit}</span>
        <input
          inputMode="numeric"
          value={text}
          aria-invalid={refused}
          onChange={(event) => setText(event.target.value)}
          onBlur={keep}
          onKeyDown={(event) => event.key === 'Enter' && keep()}
        />
        <small className="soft">{words.monthlyLimitHint}</small>
      </label>
      {refused && (
        <Notice tone="warn">
          <p>{words.notALimit(String(mostMegabytes))}</p>
        </Notice>
      )}
    </>
  );
}
