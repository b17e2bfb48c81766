import type { PublishedProjects } from '@shared/model/reviewing.ts';
import { unionOfPublished } from '@shared/projects/topics/published.ts';
import { installedPackages, readPackages } from '../content.ts';

/** What all installed packages of kind `projects` carry together; null where none is installed. */
export async function readPublishedProjects(): Promise<PublishedProjects | null> {
  const [contents, versions] = await Promise.all([readPackages('projects'), installedPackages()]);
  const byIssue = versions.toSorted((one, other) => Date.parse(one.issued) - Date.parse(other.issued));
  return unionOfPublished(byIssue.flatMap(({ name }) => contents.get(name) ?? []));
}
