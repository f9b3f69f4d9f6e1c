export { generateTastes } from './generate-tastes.ts';
export { generateRatings } from './generate-ratings.ts';
export type { TasteOptions } from './generate-tastes.ts';
