import type { Actor } from '@shared/model/project.ts';
import type { Session } from './session.tsx';

/** Whoever is at the computer, as steps and entries name them. */
export const actorOf = ({ id, name, position }: Session['person']): Actor => ({ personId: id, name, position });
