import type { Localized } from './locale.ts';

/** How the bot of a site speaks, as `site.json` sets it. */
export interface Voice {
  /** The bot's own name; where a language has none, it is just "a bot". */
  readonly botName: Localized<string>;
  /** Stands under goodbyes and under promises of a later answer. */
  readonly signOff: Localized<string>;
  /** How Chinese texts address the customer. */
  readonly address: '您' | '你';
  /** `formal`: no contractions and no exclamation marks. */
  readonly tone: 'friendly' | 'formal';
}

/** Of a site that sets none. */
export const PLAIN_VOICE: Voice = { botName: {}, signOff: {}, address: '您', tone: 'friendly' };
