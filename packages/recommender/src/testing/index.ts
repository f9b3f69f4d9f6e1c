export { generateTastes } from './generate-tastes.ts';
export type { TasteOptions } from './generate-tastes.ts';
