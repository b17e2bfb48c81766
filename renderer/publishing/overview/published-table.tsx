import { packageKinds } from '@shared/model/package.ts';
import type { PublishedPackageState } from '@shared/ipc/contract.ts';
import { minuteOf } from '../../ui/format.ts';
import { ScrollBox } from '../../ui/scroll-box.tsx';
import { useWords } from '../../words.tsx';

/** The newest version of each package in the repository. */
export function PublishedTable({ published }: { readonly published: readonly PublishedPackageState[] }) {
  const { overview } = useWords().publishing;
  const { columns } = overview;
  if (published.length === 0) return <p className="soft">{overview.nothingPublished}</p>;
  return (
    <ScrollBox label={overview.published} className="publishing-scroll">
      <table className="table">
        <caption>{overview.published}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.title}</th>
            <th scope="col">{columns.name}</th>
            <th scope="col">{columns.kind}</th>
            <th scope="col">{columns.version}</th>
            <th scope="col">{columns.issued}</th>
            <th scope="col" className="num">
              {columns.items}
            </th>
          </tr>
        </thead>
        <tbody>
          {published.map((one) => (
            <PublishedRow key={one.name} one={one} />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function PublishedRow({ one }: { readonly one: PublishedPackageState }) {
  const { publishing, packages } = useWords();
  const kind = packageKinds.find((known) => known === one.kind);
  return (
    <tr>
      <th scope="row">{one.title}</th>
      <td>{one.name}</td>
      <td>{kind ? packages.kinds[kind] : one.kind}</td>
      <td>{publishing.overview.version(one.version)}</td>
      <td>{minuteOf(Date.parse(one.issued))}</td>
      <td className="num">{one.items}</td>
    </tr>
  );
}
