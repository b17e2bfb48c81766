import type { Route } from '../route.ts';
import { useToday } from '../ui/use-today.ts';
import { ProjectPage } from './project-page.tsx';
import { projectTabs } from './project-tabs.tsx';
import { Register } from './register/register.tsx';
import { Sending } from './sending/sending.tsx';
import { Topics } from './topics/topics.tsx';
import './projects.css';

/** 干: `#/projects` the register · `/topics` offers and assignments · `/send` the bundle · `/<id>/<tab>` one project · `/<id>/plan/<node>` its plan at a node. */
export default function Projects({ route }: { readonly route: Route }) {
  const today = useToday();
  const [id, tab, nodeId = ''] = route;
  if (id === undefined) return <Register today={today} />;
  if (id === 'topics') return <Topics today={today} />;
  if (id === 'send') return <Sending today={today} />;
  return <ProjectPage key={id} id={id} tab={projectTabs.find((name) => name === tab) ?? 'plan'} nodeId={nodeId} today={today} />;
}
