import type { Log } from '@solodesk/core';
import { pino } from 'pino';
import type { DestinationStream, Logger } from 'pino';
import type { Config } from './config.ts';

export type ServerLog = Log & { readonly pino: Logger };

/** Structured lines on standard error, so that standard output keeps to what the owner must read. */
export function createLog(
  level: Config['logLevel'],
  destination: DestinationStream = pino.destination({ dest: 2, sync: false }),
): ServerLog {
  const logger = pino(
    {
      level,
      base: undefined,
      // The last line of defence: use-cases do not log these in the first place.
      redact: {
        paths: [
          'text',
          'token',
          'email',
          'password',
          'cookie',
          '*.text',
          '*.token',
          '*.email',
          '*.password',
          '*.cookie',
        ],
        remove: true,
      },
    },
    destination,
  );
  return {
    pino: logger,
    debug: (fields, message) => logger.debug(fields, message),
    info: (fields, message) => logger.info(fields, message),
    warn: (fields, message) => logger.warn(fields, message),
    error: (fields, message) => logger.error(fields, message),
  };
}
