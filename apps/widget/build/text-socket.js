import { readFileSync } from 'node:fs';

/** Modules of socket.io-client's own parts, and what stands in `text-socket/` for each. */
const REPLACED = {
  'engine.io-client/build/esm/contrib/parseuri.js': 'parse-uri.js',
  'engine.io-client/build/esm/transports/index.js': 'transports.js',
  'engine.io-parser/build/esm/decodePacket.browser.js': 'decode-packet.js',
  'engine.io-parser/build/esm/encodePacket.browser.js': 'encode-packet.js',
  'socket.io-parser/build/esm/index.js': 'parser.js',
};

/**
 * socket.io-client for text over WebSocket and long polling: without binary data, WebTransport, XMLHttpRequest and
 * support for browsers that have no `URL`, which are a fifth of its weight.
 *
 * Fails the build when a newer version has moved a module, for it would then come back unseen.
 */
export function textSocket() {
  const missing = new Set(Object.keys(REPLACED));
  return {
    name: 'text-socket',
    enforce: 'pre',
    load(id) {
      const path = Object.keys(REPLACED).find((end) => id.endsWith(`/${end}`));
      if (!path) return null;
      missing.delete(path);
      return readFileSync(new URL(`../text-socket/${REPLACED[path]}`, import.meta.url), 'utf8');
    },
    transform: (_code, id) =>
      /\/(engine\.io|socket\.io)-(client|parser)\//.test(id) ? { moduleSideEffects: false } : null,
    buildEnd(error) {
      if (!error && missing.size > 0) throw new Error(`socket.io-client has moved ${[...missing].join(', ')}`);
    },
  };
}
