import { useState } from 'react';
import type { PackageFile } from '@shared/model/package.ts';
import { Button } from '../ui/button.tsx';
import { sizeOf } from '../ui/format.ts';
import { Notice } from '../ui/notice.tsx';
import { useWords } from '../words.tsx';

/** Videos, recordings and other files that came with the column. One is open at a time. Subtitles go with their video. */
export function Files({ files }: { readonly files: readonly PackageFile[] }) {
  const { lectures } = useWords();
  const [open, setOpen] = useState('');
  if (files.length === 0) return null;
  return (
    <>
      <h2>{lectures.files}</h2>
      <ul className="lectures-files">
        {files.filter(isNoCaption).map((file) => (
          <li key={file.sha256}>
            <div className="row">
              <span className="lectures-file-name">{file.name}</span>
              <span className="soft">{sizeOf(file.length)}</span>
              {viewOf(file) !== 'none' && (
                <Button
                  aria-expanded={open === file.sha256}
                  aria-label={lectures.fileOf(open === file.sha256 ? lectures.closeFile : lectures.openFile, file.name)}
                  onClick={() => setOpen(open === file.sha256 ? '' : file.sha256)}
                >
                  {open === file.sha256 ? lectures.closeFile : lectures.openFile}
                </Button>
              )}
              <a className="button" href={addressOf(file)} download={file.name} aria-label={lectures.fileOf(lectures.saveFile, file.name)}>
                {lectures.saveFile}
              </a>
            </div>
            {open === file.sha256 && <Viewer file={file} captions={captionsOf(file, files)} />}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Main serves the files of installed packages there, and no others. */
const addressOf = ({ sha256 }: PackageFile): string => `/files/${sha256}`;

const isNoCaption = ({ type }: PackageFile): boolean => type !== 'text/vtt';

/** Subtitles have the name of their video or recording, with the ending .vtt. */
function captionsOf({ name }: PackageFile, files: readonly PackageFile[]): PackageFile | null {
  const stem = name.replace(/\.[^.]*$/, '');
  return files.find((file) => !isNoCaption(file) && file.name === `${stem}.vtt`) ?? null;
}

type View = 'video' | 'audio' | 'image' | 'none';

function viewOf({ type }: PackageFile): View {
  const [kind] = type.split('/');
  return kind === 'video' || kind === 'audio' || kind === 'image' ? kind : 'none';
}

interface ViewerProps {
  readonly file: PackageFile;
  readonly captions: PackageFile | null;
}

/** The browser's own player: it asks for the parts that it needs. */
function Viewer({ file, captions }: ViewerProps) {
  const { lectures } = useWords();
  const [failed, setFailed] = useState(false);
  if (failed) {
    return (
      <Notice tone="warn">
        <p>{lectures.fileFailed}</p>
      </Notice>
    );
  }
  const shared = { className: 'lectures-viewer', src: addressOf(file), onError: () => setFailed(true) };
  const player = { ...shared, controls: true, preload: 'metadata', 'aria-label': file.name } as const;
  const source = captions ? addressOf(captions) : undefined;
  switch (viewOf(file)) {
    case 'video':
      return (
        <video {...player}>
          <track kind="captions" default src={source} />
        </video>
      );
    case 'audio':
      return (
        <audio {...player}>
          <track kind="captions" default src={source} />
        </audio>
      );
    case 'image':
      return <img {...shared} alt={file.name} />;
    case 'none':
      return null;
  }
}
