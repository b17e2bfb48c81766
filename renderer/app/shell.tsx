import { Suspense, useEffect, useRef, useState } from 'react';
import type { Repair } from '@shared/ipc/contract.ts';
import { hrefOf, useRoute } from '../route.ts';
import { useSession } from '../session.tsx';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { useWords } from '../words.tsx';
import { ErrorScreen } from './error-screen.tsx';
import { OpenExam } from './open-exam.tsx';
import { ResetNotice } from './reset-notice.tsx';
import { screens, screensOf, type ScreenName } from './screens.ts';

/** Navigation on the left, the current place on the right. */
export function Shell({ repairs }: { readonly repairs: readonly Repair[] }) {
  const { app } = useWords();
  const { settings } = useSession();
  const route = useRoute();
  const places = screensOf(settings.workspace);
  const name = places.find((place) => place === route[0]) ?? 'home';
  const Screen = screens[name];
  const main = useRef<HTMLElement>(null);
  const address = route.join('/');
  const shown = useRef('');
  // The link that led here may be gone with its page: then the keyboard goes on at the new page, not at the window's top.
  useEffect(() => {
    const isNew = shown.current !== address;
    shown.current = address;
    if (isNew && document.activeElement === document.body) main.current?.focus({ preventScroll: true });
  }, [address]);
  useEffect(() => {
    document.title = `${app.nav[name]} · ${app.name}`;
    main.current?.scrollTo(0, 0);
  }, [app, name]);
  return (
    <div className="shell">
      <a
        className="skip"
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        {app.skip}
      </a>
      <Navigation places={places} current={name} />
      <main className="main" id="main" tabIndex={-1} ref={main}>
        <RepairNotice repairs={repairs} />
        <OpenExam screen={name} />
        <ResetNotice />
        <ErrorScreen key={name}>
          <Suspense fallback={<p className="soft">{app.loading}</p>}>
            <Screen route={route.slice(1)} />
          </Suspense>
        </ErrorScreen>
      </main>
    </div>
  );
}

function Navigation({ places, current }: { readonly places: readonly ScreenName[]; readonly current: ScreenName }) {
  const { app } = useWords();
  return (
    <nav className="nav" aria-label={app.name}>
      <div className="nav-name">{app.name}</div>
      <Who />
      {places.map((name) => (
        <a key={name} href={hrefOf(name)} aria-current={name === current ? 'page' : undefined}>
          {app.nav[name]}
          <small>{app.navHints[name]}</small>
        </a>
      ))}
    </nav>
  );
}

/** Who is at the computer, and the one step to somebody else. */
function Who() {
  const { people } = useWords();
  const { person } = useSession();
  return (
    <div className="nav-person">
      <span>
        <span className="visually-hidden">{people.current}</span>
        {person.name}
      </span>
      <a className="button" href={hrefOf('switch')} title={people.changeHint}>
        {people.change}
      </a>
    </div>
  );
}

/** What the start-up mended is told once, and goes when it has been read. */
function RepairNotice({ repairs }: { readonly repairs: readonly Repair[] }) {
  const { app } = useWords();
  const [read, setRead] = useState(false);
  const lost = repairs.filter((repair) => repair.kind === 'journal-damaged').reduce((sum, repair) => sum + repair.amount, 0);
  if (read || repairs.length === 0) return null;
  return (
    <div style={{ marginBottom: 16 }}>
      <Notice tone={lost > 0 ? 'bad' : 'good'}>
        <div className="row">
          <p>{lost > 0 ? app.journalDamaged(lost) : app.repaired}</p>
          <Button onClick={() => setRead(true)}>{app.close}</Button>
        </div>
      </Notice>
    </div>
  );
}
