import type { PaperItem } from '../model/exam.ts';

/** Points in whole hundredths. */
export const inHundredths = (points: number): number => Math.round(points * 100);

/** What points add up to, in whole hundredths: 0.1 three times is 0.3, and the order of adding changes nothing. */
export const sumHundredths = (points: readonly number[]): number => points.reduce((sum, each) => sum + inHundredths(each), 0);

/** What points add up to, in points; added in whole hundredths. */
export const addPoints = (points: readonly number[]): number => sumHundredths(points) / 100;

/** Full score of a paper, or of some of its items, in points. */
export const fullOf = (items: readonly Pick<PaperItem, 'score'>[]): number => addPoints(items.map(({ score }) => score));
