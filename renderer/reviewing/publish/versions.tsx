import type { ProjectsPublication } from '@shared/model/reviewing.ts';
import { contentKinds } from '@shared/projects/reviewing/publication.ts';
import { minuteOf } from '../../ui/format.ts';
import { useWords } from '../../words.tsx';
import { ListTable } from '../list-table.tsx';

/** Every version that went out, with what was new in it. */
export function Versions({ publications }: { readonly publications: readonly ProjectsPublication[] }) {
  const words = useWords().projectsPublish;
  if (publications.length === 0) return <p className="soft">{words.noVersions}</p>;
  const { version, at, brought } = words.versionColumns;
  return (
    <ListTable label={words.versions} columns={[version, at, brought]}>
      {publications.map((publication) => (
        <tr key={publication.id}>
          <th scope="row">{words.version(publication.version)}</th>
          <td className="reviewing-day">{minuteOf(publication.at)}</td>
          <td>
            <Brought brought={publication.brought} />
          </td>
        </tr>
      ))}
    </ListTable>
  );
}

function Brought({ brought }: Pick<ProjectsPublication, 'brought'>) {
  const words = useWords().projectsPublish;
  const keys = Object.keys(brought);
  const counts = contentKinds.map((kind) => [kind, keys.filter((key) => key.startsWith(`${kind}:`)).length] as const);
  const texts = counts.flatMap(([kind, count]) => (count === 0 ? [] : [words.brought(words.kinds[kind], count)]));
  return texts.length === 0 ? words.resigned : texts.join(words.separator);
}
