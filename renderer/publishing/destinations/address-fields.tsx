import { Field } from '../../ui/field.tsx';
import { useWords } from '../../words.tsx';

interface AddressFieldsProps {
  /** '' for a new one. */
  readonly url: string;
}

/** Address, user name and password of a web server. */
export function WebFields({ url }: AddressFieldsProps) {
  const { destinations: words } = useWords().publishing;
  return (
    <>
      <AddressField url={url} hint={words.urlHint.webdav} />
      <Field label={words.user}>
        <input name="user" maxLength={200} autoComplete="off" spellCheck={false} />
      </Field>
      <Field label={words.password}>
        <input name="password" type="password" maxLength={500} autoComplete="new-password" />
      </Field>
      <p className="soft">{words.secretsHint}</p>
    </>
  );
}

/** Address, region and access keys of an object store. */
export function StoreFields({ url }: AddressFieldsProps) {
  const { destinations: words } = useWords().publishing;
  return (
    <>
      <AddressField url={url} hint={words.urlHint.s3} />
      <Field label={words.region}>
        <input name="region" defaultValue="us-east-1" maxLength={100} autoComplete="off" spellCheck={false} />
      </Field>
      <p className="soft">{words.regionHint}</p>
      <Field label={words.accessKey}>
        <input name="accessKey" maxLength={200} autoComplete="off" spellCheck={false} />
      </Field>
      <Field label={words.secretKey}>
        <input name="secretKey" type="password" maxLength={500} autoComplete="new-password" />
      </Field>
      <p className="soft">{words.secretsHint}</p>
    </>
  );
}

function AddressField({ url, hint }: AddressFieldsProps & { readonly hint: string }) {
  const { destinations: words } = useWords().publishing;
  return (
    <>
      <Field label={words.url}>
        <input name="url" type="url" defaultValue={url} maxLength={2_000} autoComplete="off" spellCheck={false} />
      </Field>
      <p className="soft">
        {hint}
        <br />
        {words.plainHint}
      </p>
    </>
  );
}
