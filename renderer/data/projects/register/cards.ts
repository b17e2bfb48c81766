import type { Project } from '@shared/model/project.ts';
import { completeProject } from '@shared/projects/complete.ts';
import { projectCard, type ProjectCard } from '@shared/projects/register.ts';
import { KeptTable } from '../../kept/kept-table.ts';

const cards = new KeptTable('projects', (row: Project): ProjectCard => projectCard(completeProject(row)));

/** What lists show of every project on this computer, archived ones too, in the order of their ids. Read once, and kept in memory. */
export const readProjectCards = (): Promise<readonly ProjectCard[]> => cards.read();
