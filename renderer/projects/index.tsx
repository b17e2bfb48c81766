import type { Route } from '../route.ts';
import { useToday } from '../ui/use-today.ts';
import { ProjectPage } from './project-page.tsx';
import { Register } from './register.tsx';
import './projects.css';

/** 干: `#/projects` is the register, `#/projects/<id>` one project. */
export default function Projects({ route }: { readonly route: Route }) {
  const today = useToday();
  const [id] = route;
  return id === undefined ? <Register today={today} /> : <ProjectPage key={id} id={id} today={today} />;
}
