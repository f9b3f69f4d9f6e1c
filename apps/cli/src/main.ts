import { CommanderError } from 'commander';
import { DatabaseDamagedError, DatabaseTooNewError, DatabaseTooOldError, DataInUseError } from '@solodesk/store-sqlite';
import { CommandError, exitCodeOf } from './command-error.ts';
import { program } from './program.ts';
import { terminalOn } from './terminal/terminal.ts';

const EXPECTED = [CommandError, DatabaseDamagedError, DatabaseTooNewError, DatabaseTooOldError, DataInUseError];

const terminal = terminalOn(process.stdout, process.stderr, process.env);

program(process.env, (text) => terminal.print(text), terminal)
  .parseAsync()
  .catch((cause: unknown) => {
    terminal.progress(null);
    process.exitCode = exitCodeOf(cause);
    // Has been told, as help or as a mistake.
    if (cause instanceof CommanderError) return;
    const expected = EXPECTED.some((kind) => cause instanceof kind);
    const text = cause instanceof Error ? (expected ? cause.message : (cause.stack ?? cause.message)) : String(cause);
    if (text !== '') process.stderr.write(`${text}\n`);
  });
