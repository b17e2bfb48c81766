import type { DestinationDraft } from '@shared/ipc/publisher.ts';

/** Why a form cannot be sent yet; the names are those of its sentences. */
export type DraftProblem = 'needPlace' | 'notAnAddress' | 'needKeys';

export type Drafted = { readonly ok: true; readonly draft: DestinationDraft } | { readonly ok: false; readonly problem: DraftProblem };

/** A destination as its form was filled in. Everything but secrets is trimmed; `place` is the token of the chosen folder, or ''. */
export function draftOf(kind: DestinationDraft['kind'], form: FormData, place: string): Drafted {
  if (kind === 'folder') return place === '' ? refused('needPlace') : { ok: true, draft: { kind, place } };
  const url = trimmed(form, 'url');
  if (!isAddress(url)) return refused('notAnAddress');
  if (kind === 'webdav') return { ok: true, draft: { kind, url, user: trimmed(form, 'user'), password: textOf(form, 'password') } };
  const keys = { region: trimmed(form, 'region'), accessKey: trimmed(form, 'accessKey'), secretKey: trimmed(form, 'secretKey') };
  return Object.values(keys).includes('') ? refused('needKeys') : { ok: true, draft: { kind, url, ...keys } };
}

const isAddress = (url: string): boolean => /^https?:\/\/./i.test(url) && URL.canParse(url);

const refused = (problem: DraftProblem): Drafted => ({ ok: false, problem });

const trimmed = (form: FormData, name: string): string => textOf(form, name).trim();

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
