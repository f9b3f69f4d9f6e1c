import { fileURLToPath } from 'node:url';

/** The folder of the starter packs. */
export const STARTER_PACKS = fileURLToPath(new URL('../../../../packages/faq/starter-packs', import.meta.url));
