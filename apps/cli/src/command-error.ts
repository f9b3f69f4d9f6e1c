import { CommanderError } from 'commander';

/** Something that the person at the terminal can put right; shown without a stack. */
export class CommandError extends Error {
  /** What the process ends with: 1, or 2 where the command line itself is wrong. */
  readonly exitCode: number;

  constructor(message: string, exitCode = 1) {
    super(message);
    this.name = 'CommandError';
    this.exitCode = exitCode;
  }
}

/** The command did its work and has printed what it found, which is not good: nothing more is to be said. */
export class FoundFault extends CommandError {
  constructor() {
    super('');
    this.name = 'FoundFault';
  }
}

/** The command line is wrong. */
export class UsageError extends CommandError {
  constructor(message: string) {
    super(message, 2);
    this.name = 'UsageError';
  }
}

/** What the process ends with for what a command threw: 0 after help, 2 for a wrong command line, else 1. */
export function exitCodeOf(cause: unknown): number {
  if (cause instanceof CommanderError) return cause.exitCode === 0 ? 0 : 2;
  return cause instanceof CommandError ? cause.exitCode : 1;
}
