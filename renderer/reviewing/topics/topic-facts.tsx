/** What a topic says; what is empty is left out. */
export function TopicFacts({ facts }: { readonly facts: readonly (readonly [name: string, value: string])[] }) {
  return (
    <section className="card">
      <dl className="reviewing-facts">
        {facts
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name} className="reviewing-fact">
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
