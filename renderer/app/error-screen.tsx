import { Component, type ReactNode } from 'react';
import { useWords } from '../words.tsx';
import { Button } from '../ui/button.tsx';

interface State {
  readonly error: unknown;
}

/** A bug in a screen shows this instead of a white window. The error itself is on the console and in the log. */
export class ErrorScreen extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error };
  }

  override render(): ReactNode {
    return this.state.error === null ? this.props.children : <Crash />;
  }
}

export function Crash() {
  const { app } = useWords();
  return (
    <main className="main page" role="alert">
      <h1>{app.crash.title}</h1>
      <p>{app.crash.safe}</p>
      <p>{app.crash.next}</p>
      <Button main onClick={() => window.location.reload()}>
        {app.crash.reopen}
      </Button>
    </main>
  );
}
