import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a mail's ids say about where an answer belongs. */
export interface ReplyTarget {
  site: string;
  /** Public id of the conversation: a UUID. */
  conversation: string;
}

/** Bytes of the signature that are kept: 128 bits, out of reach of guessing by mail. */
const MAC_BYTES = 16;
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;
/** Site ids hold neither dots nor underscores. What follows the signature tells mails of one conversation apart. */
const TOKEN = /^c_([a-z0-9-]{1,64})\.([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{22})(?:\.[A-Za-z0-9-]{1,64})?$/;

/**
 * Left side of a message id that only we can make, and that only the person whom the mail was sent to can use: the signature
 * covers their address, so that a stranger who has seen it, or guesses a conversation, joins none.
 */
export function replyToken(secret: string, { site, conversation }: ReplyTarget, address: string): string {
  if (!UUID.test(conversation)) throw new Error('a conversation is named by a UUID');
  const id = Buffer.from(conversation.replace(/-/g, ''), 'hex').toString('base64url');
  return `c_${site}.${id}.${mac(secret, site, id, address).toString('base64url')}`;
}

/**
 * The conversation that an answer belongs to, by the first of its ids that is signed for its sender.
 * @param ids whole message ids of `In-Reply-To` and `References`, with or without angle brackets.
 * @param sender the address that the answer comes from.
 * @returns null when none of them is ours, or all are somebody else's.
 */
export function replyTarget(secret: string, ids: readonly string[], sender: string): ReplyTarget | null {
  for (const whole of ids) {
    const local = whole.replace(/^<|>$/g, '').replace(/@[^@]*$/, '');
    const [, site, id, signature] = TOKEN.exec(local) ?? [];
    if (site === undefined || id === undefined || signature === undefined) continue;
    const given = Buffer.from(signature, 'base64url');
    const expected = mac(secret, site, id, sender);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) continue;
    const hex = Buffer.from(id, 'base64url').toString('hex');
    const conversation = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    if (UUID.test(conversation)) return { site, conversation };
  }
  return null;
}

function mac(secret: string, site: string, id: string, address: string): Buffer {
  const signed = JSON.stringify(['reply', site, id, address.trim().toLowerCase()]);
  return createHmac('sha256', secret).update(signed).digest().subarray(0, MAC_BYTES);
}
