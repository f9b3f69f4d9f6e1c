/**
 * Why a call came to nothing.
 *
 * - `forbidden`: its address may not be called; trying again changes nothing.
 * - `not_found`, `refused`, `tls`, `network`: nobody was reached.
 * - `timeout`, `cut_off`: it may have arrived.
 * - `too_large`, `redirects`: it arrived, and the answer is of no use.
 */
export type OutgoingFault =
  'forbidden' | 'not_found' | 'refused' | 'tls' | 'network' | 'timeout' | 'cut_off' | 'too_large' | 'redirects';

/** A call that got no answer that is of use. Its message names neither path nor query: they may hold secrets. */
export class OutgoingError extends Error {
  readonly fault: OutgoingFault;

  constructor(fault: OutgoingFault, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'OutgoingError';
    this.fault = fault;
  }
}

const UNREACHED: Partial<Record<string, OutgoingFault>> = {
  ENOTFOUND: 'not_found',
  EAI_AGAIN: 'not_found',
  ENODATA: 'not_found',
  ECONNREFUSED: 'refused',
  ETIMEDOUT: 'network',
  EHOSTUNREACH: 'network',
  ENETUNREACH: 'network',
  ECONNRESET: 'cut_off',
  EPIPE: 'cut_off',
};

const WORDS: Record<string, string> = {
  not_found: 'has no address',
  refused: 'refuses the connection',
  network: 'cannot be reached',
  cut_off: 'broke off the connection',
  tls: 'has no certificate that can be trusted',
};

/** What Node reports about a connection, in our words. */
export function connectionError(host: string, cause: unknown): OutgoingError {
  if (cause instanceof OutgoingError) return cause;
  const { code = '' } = cause as { code?: string };
  const fault = UNREACHED[code] ?? (/CERT|TLS|SSL|SELF_SIGNED|EPROTO|ISSUER|ALTNAME/.test(code) ? 'tls' : 'network');
  return new OutgoingError(fault, `${host} ${WORDS[fault] ?? ''} (${code === '' ? 'no further word' : code})`, cause);
}
