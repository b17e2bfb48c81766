import { blockSchemas, packageName } from '@shared/model/schemas/content.ts';
import { listItems, type PackageContents } from '../../sync/store/block-content.ts';
import { refuse } from '../problem.ts';
import type { PublishedPackage } from '../repository/repository.ts';

/** Parsed once more by the schemas that every client uses; they also give each object one order of keys. Throws PublishRefusal. */
export function requireSound(name: string, contents: PackageContents): PackageContents {
  if (!packageName.safeParse(name).success)
    refuse('name-invalid', `数据包名称“${name}”只能用小写字母、数字和连字符，并以字母开头，也不能是 con、aux 等 Windows 保留的名称。`);
  const parsed = blockSchemas[contents.kind].safeParse(contents.items);
  if (!parsed.success) {
    const places = parsed.error.issues.slice(0, 20).map(({ path, message }) => `${path.join('.')}: ${message}`);
    refuse('contents-invalid', `内容不符合“${contents.kind}”数据包的格式：${places.join('；')}`, parsed.error);
  }
  const sound = { kind: contents.kind, items: parsed.data } as PackageContents; // the schema was chosen by the same kind
  const items = listItems(sound);
  if (items.length === 0) refuse('nothing-to-publish', '没有可以发布的内容。');
  const ids = new Set<string>();
  for (const { id } of items) {
    if (id.length > longestId) refuse('contents-invalid', `编码 ${id.slice(0, 40)}… 太长。`);
    if (ids.has(id)) refuse('id-repeated', `编码 ${id} 重复。`);
    ids.add(id);
  }
  return sound;
}

/** As in the schema of a manifest, which lists them. */
const longestId = 100;

/** A package stays of the kind that it was first published as. Throws PublishRefusal. */
export function requireKind(name: string, contents: PackageContents, before: PublishedPackage | null): void {
  if (before && before.manifest.kind !== contents.kind)
    refuse('kind-differs', `数据包“${name}”已按 ${before.manifest.kind} 发布，不能改为 ${contents.kind}。`);
}
