import './papers.css';
import type { Route } from '../../route.ts';
import { BlueprintPage } from './blueprint/blueprint-page.tsx';
import { Overview } from './overview.tsx';
import { PaperPage } from './paper/paper-page.tsx';

/** 组卷: `papers` the blueprints and papers, `papers/blueprint/<id>` one to edit and draw by, `papers/paper/<pair>` what was drawn. */
export function PapersTab({ route }: { readonly route: Route }) {
  const [place, id = ''] = route;
  if (place === 'blueprint') return <BlueprintPage key={id} id={id} />;
  if (place === 'paper') return <PaperPage key={id} pairId={id} />;
  return <Overview />;
}
