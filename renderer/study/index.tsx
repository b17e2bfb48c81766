import './study.css';
import { navigate, type Route } from '../route.ts';
import { studyModes, type StudyMode } from '@shared/model/study.ts';
import { Sections } from './sections.tsx';
import { StudySet } from './study-set.tsx';

/** `#/study` lists the sections; `#/study/<mode>/<section>` and `#/study/mistakes` are sets of questions. */
export default function StudyPage({ route }: { readonly route: Route }) {
  const [mode, section = ''] = route;
  if (!isMode(mode)) return <Sections />;
  return <StudySet key={`${mode}/${section}`} mode={mode} section={section} onLeave={() => navigate('study')} />;
}

const isMode = (text: string | undefined): text is StudyMode => studyModes.includes(text as StudyMode);
