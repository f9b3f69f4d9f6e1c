export type AddressRule = 'dead-link' | 'insecure-link' | 'placeholder-link';

export interface AddressTrouble {
  rule: AddressRule;
  /** What is wrong and what to do, after the address itself. */
  words: string;
}

/** RFC 6761: names that never lead anywhere in public. */
const NOWHERE = /(?:^|\.)(?:localhost|local|internal|lan|home|test|invalid)$/;
/** RFC 2606 keeps these for documentation; the others are what people write before they know. */
const PLACEHOLDER =
  /(?:^|\.)(?:example|example\.(?:com|org|net|edu)|(?:your|my)-?(?:domain|site|shop|store|company|website|name)\.[a-z]+|domain\.(?:com|tld))$/;
const PRIVATE_IP =
  /^(?:0|10|127|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01])|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\.|^\[(?:::1?|f[cd][0-9a-f]{2}:.*|fe80:.*|::ffff:.*)\]$/;
const IP = /^(?:\d+\.){3}\d+$|^\[.*\]$/;
const HOST = /^(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?\.)+(?:[a-z]{2,}|xn--[a-z0-9-]+)$/;

/** What can be said about an address without asking the network: null when nothing is wrong. */
export function addressTrouble(address: string): AddressTrouble | null {
  if (/^mailto:/i.test(address)) return mailTrouble(address);
  if (!/^https?:\/\/[^/\\]/i.test(address) || !URL.canParse(address)) {
    return dead('is not a complete address; it must begin with https://');
  }
  const url = new URL(address);
  const trouble = hostTrouble(url.hostname);
  if (trouble) return trouble;
  if (/https?:\/\/?https?:/i.test(address)) return dead('has its beginning twice');
  if (url.username !== '' || url.password !== '')
    return dead('holds a user name or password, which everybody could read');
  if (url.protocol === 'http:') {
    return { rule: 'insecure-link', words: 'is not encrypted; write https:// if the page has it, as nearly all do' };
  }
  return null;
}

function mailTrouble(address: string): AddressTrouble | null {
  const [mailbox = ''] = address.slice('mailto:'.length).split('?');
  const [local = '', host = '', ...more] = mailbox.split('@');
  if (local === '' || host === '' || more.length > 0) return dead('is not an e-mail address; write mailto:name@host');
  return hostTrouble(host.toLowerCase());
}

function hostTrouble(hostname: string): AddressTrouble | null {
  const host = hostname.replace(/\.$/, '');
  if (PLACEHOLDER.test(host))
    return { rule: 'placeholder-link', words: `leads to the placeholder ${host}; write your own address` };
  if (NOWHERE.test(host) || PRIVATE_IP.test(host)) {
    return dead('works on your own machine or network only, not for visitors');
  }
  if (!HOST.test(host) && !IP.test(host)) return dead(`has no host that could exist ("${host}")`);
  return null;
}

function dead(words: string): AddressTrouble {
  return { rule: 'dead-link', words };
}
