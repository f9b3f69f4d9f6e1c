import { createHash } from 'node:crypto';
import { BUILT_IN_EN } from '../data/built-in-en.ts';
import { BUILT_IN_ZH } from '../data/built-in-zh.ts';
import { OUT_OF_SCOPE } from '../data/out-of-scope.ts';
import { OUT_OF_SCOPE_MORE } from '../data/out-of-scope-more.ts';

/**
 * Version of the model's bytes and of the way from text to features. Raise it with every change to either:
 * stored models of another version are trained again.
 */
export const FORMAT = 13;

/** Fingerprint of the sentences that every model learns besides its book, so that a change to them trains again, too. */
export const RECIPE = createHash('sha256')
  .update(JSON.stringify([BUILT_IN_EN, BUILT_IN_ZH, OUT_OF_SCOPE, OUT_OF_SCOPE_MORE]))
  .digest('hex')
  .slice(0, 16);
