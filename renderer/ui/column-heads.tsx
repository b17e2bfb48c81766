/** The head of a table: a heading for each column, in the order of the texts. */
export function ColumnHeads({ columns }: { readonly columns: Readonly<Record<string, string>> }) {
  return (
    <thead>
      <tr>
        {Object.entries(columns).map(([name, text]) => (
          <th key={name} scope="col">
            {text}
          </th>
        ))}
      </tr>
    </thead>
  );
}
