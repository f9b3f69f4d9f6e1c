import type { LinkAnswer } from '@solodesk/faq';

const TIMEOUT_MS = 10_000;
const HEADERS = { 'user-agent': 'solodesk-link-check', accept: '*/*' };
const NO_HOST = ['ENOTFOUND', 'EAI_NONAME'];

/** Asks for a page, without its body where the server can do that, and follows redirects. Never throws. */
export async function askForLink(address: string): Promise<LinkAnswer> {
  try {
    const head = await request(address, 'HEAD');
    // Some servers do not know HEAD, and answer it with any status.
    return { status: head < 400 ? head : await request(address, 'GET') };
  } catch (cause) {
    return failureOf(cause);
  }
}

async function request(address: string, method: 'HEAD' | 'GET'): Promise<number> {
  const response = await fetch(address, { method, headers: HEADERS, signal: AbortSignal.timeout(TIMEOUT_MS) });
  await response.body?.cancel();
  return response.status;
}

/** What an exception of `fetch` says: a time-out, or the reason that it carries as its cause. */
export function failureOf(thrown: unknown): LinkAnswer {
  const { name, cause, message } = thrown as {
    name?: string;
    cause?: { code?: string; message?: string };
    message?: string;
  };
  if (name === 'TimeoutError') return { failure: `no answer within ${TIMEOUT_MS / 1000} s`, hostExists: true };
  const reason = cause?.code ?? cause?.message ?? message ?? String(thrown);
  return { failure: reason, hostExists: !NO_HOST.includes(reason) };
}
