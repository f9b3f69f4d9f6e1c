/** engine.io-client's, by the browser's own parser. An IPv6 host comes without its brackets. */
export const parse = (uri) => {
  const { protocol, hostname, port } = new URL(uri);
  return { protocol: protocol.slice(0, -1), host: hostname.replace(/^\[|\]$/g, ''), port };
};
