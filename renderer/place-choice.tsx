import { Button } from './ui/button.tsx';
import { sizeOf } from './ui/format.ts';
import { useWords } from './words.tsx';
import type { Places } from './places.ts';

/** Where the files go: a drive that is plugged in, or any folder. */
export function PlaceChoice({ legend, places }: { readonly legend: string; readonly places: Places }) {
  const { reports } = useWords();
  const { drives, folder } = places;
  const options = [
    ...drives.map(({ place, label, freeBytes }) => ({ place, label: reports.drive(label, sizeOf(freeBytes)) })),
    ...(folder ? [{ place: folder.place, label: reports.folder(folder.label) }] : []),
  ];
  return (
    <fieldset className="choice">
      <legend>{legend}</legend>
      {drives.length === 0 && <p className="soft">{reports.noDrives}</p>}
      {options.map(({ place, label }) => (
        <label key={place} className="check">
          <input type="radio" name="place" checked={place === places.chosen} onChange={() => places.choose(place)} />
          <span className="choice-label">{label}</span>
        </label>
      ))}
      <div className="row">
        <Button onClick={() => void places.refresh()}>{reports.refresh}</Button>
        <Button onClick={() => void places.chooseFolder()}>{reports.chooseFolder}</Button>
      </div>
    </fieldset>
  );
}
