import { Resolver } from 'node:dns/promises';

/** What the domain name system says: there, not there, or nothing that could be heard. */
export type RecordState = 'found' | 'missing' | 'unknown';

/** What other mail servers look at when a mail says that it comes from a domain. */
export interface SenderRecords {
  domain: string;
  /** Who may send for it (RFC 7208). */
  spf: RecordState;
  /** Keys of its signatures (RFC 6376); `missing`: none under a name that is usual, which proves little. */
  dkim: RecordState;
  /** What is to be done with the others (RFC 7489). */
  dmarc: RecordState;
}

export type TxtLookup = (name: string) => Promise<readonly (readonly string[])[]>;

/** A key stands under a name that only its signer knows; these are those of the usual services. */
const SELECTORS = ['default', 'dkim', 'mail', 'google', 'selector1', 'selector2', 'k1', 's1', 'fm1', 'mxvault'];
const TIMEOUT_MS = 3_000;

/** Looks at what a domain says about its mails. Never throws: what cannot be looked up is unknown. */
export async function senderRecords(domain: string, lookup: TxtLookup = systemLookup()): Promise<SenderRecords> {
  const [spf, dmarc, ...keys] = await Promise.all([
    state(lookup, domain, (text) => /^v=spf1(?:\s|$)/i.test(text)),
    state(lookup, `_dmarc.${domain}`, (text) => /^v=DMARC1\s*;/i.test(text)),
    ...SELECTORS.map((selector) =>
      state(lookup, `${selector}._domainkey.${domain}`, (text) => /(?:^|;)\s*p=[^;\s]/i.test(text)),
    ),
  ]);
  const dkim = keys.includes('found') ? 'found' : keys.includes('unknown') ? 'unknown' : 'missing';
  return { domain, spf, dkim, dmarc };
}

async function state(lookup: TxtLookup, name: string, fits: (text: string) => boolean): Promise<RecordState> {
  try {
    // A long text comes in pieces.
    return (await lookup(name)).some((pieces) => fits(pieces.join(''))) ? 'found' : 'missing';
  } catch (cause) {
    const { code } = cause as { code?: string };
    return code === 'ENOTFOUND' || code === 'ENODATA' ? 'missing' : 'unknown';
  }
}

function systemLookup(): TxtLookup {
  const resolver = new Resolver({ timeout: TIMEOUT_MS, tries: 1 });
  return (name) => resolver.resolveTxt(name);
}
