import { DatabaseDamagedError, DatabaseTooNewError, DataInUseError } from '@solodesk/store-sqlite';
import { CommandError } from './command-error.ts';
import { program } from './program.ts';

const EXPECTED = [CommandError, DatabaseDamagedError, DatabaseTooNewError, DataInUseError];

program(process.env, (text) => process.stdout.write(`${text}\n`))
  .parseAsync()
  .catch((cause: unknown) => {
    const expected = EXPECTED.some((kind) => cause instanceof kind);
    const text = cause instanceof Error ? (expected ? cause.message : (cause.stack ?? cause.message)) : String(cause);
    process.stderr.write(`${text}\n`);
    process.exitCode = 1;
  });
