import http from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, RequestOptions } from 'node:http';
import https from 'node:https';
import type { LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { OutgoingError, connectionError } from './outgoing-error.ts';

/** An address, and the machines behind it, each of which was checked: one of them is connected to. */
export interface CheckedTarget {
  url: URL;
  addresses: readonly [LookupAddress, ...LookupAddress[]];
}

export interface PinnedAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

interface Sent {
  method: string;
  headers: Readonly<Record<string, string>>;
  body: string | undefined;
  maxBytes: number;
  signal: AbortSignal;
  ca: string | undefined;
}

/** One request to the address that was checked, whatever the host's name has become in the meantime. Follows nothing. */
export function pinnedRequest({ url, addresses }: CheckedTarget, sent: Sent): Promise<PinnedAnswer> {
  const { method, headers, body, maxBytes, signal, ca } = sent;
  const lookup: LookupFunction = (_host, options, callback) => {
    if (options.all) callback(null, [...addresses]);
    else callback(null, addresses[0].address, addresses[0].family);
  };
  const options: RequestOptions & { ca?: string } = {
    method,
    // Compressed answers could unpack to any size.
    headers: {
      'accept-encoding': 'identity',
      'user-agent': 'Solodesk',
      ...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }),
      ...headers,
    },
    lookup,
    // A pooled connection might lead where another lookup has pointed it.
    agent: false,
    signal,
    ...(ca !== undefined && { ca }),
  };
  return new Promise((resolve, reject) => {
    let begun = false;
    const fail = (cause: unknown) => {
      if (signal.aborted) {
        const word = begun ? 'did not answer in time' : 'could not be reached in time';
        return reject(new OutgoingError(begun ? 'timeout' : 'network', `${url.hostname} ${word}`, cause));
      }
      reject(connectionError(url.hostname, cause));
    };
    const call = (url.protocol === 'https:' ? https : http).request(url, options);
    call.on('error', fail);
    call.on('finish', () => (begun = true));
    call.on('response', (response) => {
      readAll(response, maxBytes, url.hostname).then(
        (bytes) => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: bytes }),
        fail,
      );
    });
    call.end(body);
  });
}

async function readAll(response: IncomingMessage, maxBytes: number, host: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > maxBytes) {
      response.destroy();
      throw new OutgoingError('too_large', `${host} answered with more than ${maxBytes} bytes`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
