/**
 * The push services of the browsers there are. A subscription's address comes from a browser, and this server calls it:
 * only these hosts, so that nobody can make it call another (the network behind it, for one).
 */
const HOSTS: readonly RegExp[] = [
  /^(fcm|android)\.googleapis\.com$/,
  /^jmt17\.google\.com$/,
  /^([a-z0-9-]+\.)*push\.services\.mozilla\.com$/,
  /^([a-z0-9-]+\.)+notify\.windows\.com$/,
  /^([a-z0-9-]+\.)+push\.apple\.com$/,
];

export function isPushService(endpoint: string): boolean {
  if (endpoint.length > 1_000 || !URL.canParse(endpoint)) return false;
  const { protocol, hostname, port, username, password } = new URL(endpoint);
  return protocol === 'https:' && port + username + password === '' && HOSTS.some((host) => host.test(hostname));
}
