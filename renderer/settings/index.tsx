import { useEffect, useState } from 'react';
import type { AppInfo, Settings } from '@shared/ipc/contract.ts';
import { request } from '../bridge.ts';
import { useSession } from '../session.tsx';
import { useWords } from '../words.tsx';
import { hrefOf } from '../route.ts';
import { PackageSettings } from './package-settings.tsx';
import { PinSettings } from './pin-settings.tsx';

const zoomLevels = [1, 1.25, 1.5, 1.75, 2];
const workspaces: readonly Settings['workspace'][] = ['branch', 'bureau'];
const languages: readonly Settings['language'][] = ['zh-CN', 'en'];

export default function SettingsPage() {
  const { settings: words, home } = useWords();
  const { person, settings, changeSettings } = useSession();
  return (
    <div className="page stack">
      <h1>{words.title}</h1>
      <section className="card">
        <h2>{words.person}</h2>
        <p>{home.greeting(person.name, person.unitName)}</p>
        <p className="soft">{words.changeHint}</p>
        <a className="button" href={hrefOf('switch')}>
          {words.change}
        </a>
      </section>
      <PinSettings />
      <section className="card stack">
        <label className="field">
          <span>{words.language}</span>
          <select
            value={settings.language}
            onChange={(event) =>
              void changeSettings({ language: languages.find((language) => language === event.target.value) ?? 'zh-CN' })
            }
          >
            {languages.map((language) => (
              <option key={language} value={language}>
                {words.languages[language]}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <span>{words.zoom}</span>
          <select value={settings.zoom} onChange={(event) => void changeSettings({ zoom: Number(event.target.value) })}>
            {zoomLevels.map((zoom) => (
              <option key={zoom} value={zoom}>
                {words.zoomLevel(Math.round(zoom * 100))}
              </option>
            ))}
          </select>
        </label>
        <WorkspaceField />
      </section>
      <PackageSettings />
      <About />
    </div>
  );
}

function WorkspaceField() {
  const { settings: words } = useWords();
  const { settings, changeSettings } = useSession();
  return (
    <label className="field">
      <span>{words.workspace}</span>
      <select
        value={settings.workspace}
        onChange={(event) => void changeSettings({ workspace: workspaces.find((name) => name === event.target.value) ?? 'branch' })}
      >
        {workspaces.map((name) => (
          <option key={name} value={name}>
            {words.workspaces[name]}
          </option>
        ))}
      </select>
      <small className="soft">{words.workspaceHint}</small>
    </label>
  );
}

function About() {
  const { settings: words } = useWords();
  const [info, setInfo] = useState<AppInfo | null>(null);
  useEffect(() => {
    void request('app:info').then(setInfo);
  }, []);
  if (!info) return null;
  return (
    <section className="card">
      <h2>{words.about}</h2>
      <p>{words.version(info.version)}</p>
      <p className="soft">{words.engine(info.electron, info.chromium)}</p>
      {info.developmentElectron && <p className="soft">{words.developmentElectron}</p>}
    </section>
  );
}
