import { useWords } from '../words.tsx';

/** A database written by a newer program is refused with a sentence, never opened and never wiped. */
export function NewerData() {
  const { app } = useWords();
  return (
    <main className="main page" role="alert">
      <h1>{app.newerData.title}</h1>
      <p>{app.newerData.safe}</p>
      <p>{app.newerData.next}</p>
    </main>
  );
}
