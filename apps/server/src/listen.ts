import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConfigError } from './config.ts';

/**
 * Listens. @returns the port, also when 0 asked for a free one.
 * @throws ConfigError that says which setting stands in the way.
 */
export function listen(http: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const failed = (cause: NodeJS.ErrnoException) => reject(explained(cause, port, host));
    http.once('error', failed);
    http.listen(port, host, () => {
      http.off('error', failed);
      resolve((http.address() as AddressInfo).port);
    });
  });
}

function explained(cause: NodeJS.ErrnoException, port: number, host: string): Error {
  switch (cause.code) {
    case 'EADDRINUSE':
      return new ConfigError('PORT', `${port} is in use by another program; stop it, or set PORT to another`, cause);
    case 'EACCES':
      return new ConfigError('PORT', `${port} may not be listened on by this user; set PORT to 1024 or above`, cause);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new ConfigError('HOST', `${host} is not an address of this machine`, cause);
    default:
      return cause;
  }
}
