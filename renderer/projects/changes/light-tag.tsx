import type { Light } from '@shared/projects/schedule/light.ts';
import { Tag } from '../../ui/tag.tsx';
import { useWords } from '../../words.tsx';

const tones = { green: 'good', yellow: 'warn', red: 'bad' } as const satisfies Record<Light, string>;

/** Red, yellow or green, with its sign and word. */
export function LightTag({ light }: { readonly light: Light }) {
  const { projectSchedule } = useWords();
  return <Tag tone={tones[light]}>{projectSchedule.lights[light]}</Tag>;
}
