import { useEffect, useState } from 'react';
import type { Settings } from '@shared/ipc/contract.ts';
import { request } from '../bridge.ts';
import { WordsProvider, loadWords, useWords } from '../words.tsx';
import { Crash } from './error-screen.tsx';
import { NewerData } from './newer-data.tsx';
import { Signed } from './signed.tsx';
import { startUp, type StartResult } from './startup.ts';

// Started once for the page, not per mount: opening the database twice would replay twice.
const starting = Promise.all([startUp(), inItsWords(request('settings:get'))]);

async function inItsWords(reading: Promise<Settings>): Promise<Settings> {
  const settings = await reading;
  await loadWords(settings.language);
  return settings;
}

interface Started {
  readonly result: StartResult;
  readonly settings: Settings;
}

/** Start-up, then either the first run or the shell. */
export function App() {
  const [started, setStarted] = useState<Started | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let mounted = true;
    starting.then(
      ([result, settings]) => mounted && setStarted({ result, settings }),
      (error: unknown) => {
        console.error(error);
        if (mounted) setFailed(true);
      },
    );
    return () => {
      mounted = false;
    };
  }, []);
  if (failed) return <Crash />;
  if (!started) return <Starting />;
  if (started.result.kind === 'newerData') return <NewerData />;
  return <Ready settings={started.settings} repairs={started.result.repairs} />;
}

function Ready({
  settings: first,
  repairs,
}: {
  readonly settings: Settings;
  readonly repairs: Extract<StartResult, { kind: 'ready' }>['repairs'];
}) {
  const [settings, setSettings] = useState(first);
  const changeSettings = async (changes: Partial<Settings>): Promise<void> =>
    setSettings(await inItsWords(request('settings:set', changes)));
  useEffect(() => {
    document.documentElement.lang = settings.language;
  }, [settings.language]);
  return (
    <WordsProvider language={settings.language}>
      <Signed settings={settings} changeSettings={changeSettings} repairs={repairs} />
    </WordsProvider>
  );
}

/** Shown while the first screen is being prepared; an ordinary start is over before it is read. */
function Starting() {
  const { app } = useWords();
  return (
    <p className="main soft" role="status">
      {app.starting}
    </p>
  );
}
