/** The database was written by a newer program than this one. */
export class DatabaseTooNewError extends Error {
  /** Schema version of the file. */
  readonly found: number;
  /** Newest schema version that this program knows. */
  readonly known: number;
  /** The release that can open the file, as the file itself says; null when it does not say. */
  readonly needed: string | null;

  constructor(found: number, known: number, needed: string | null) {
    const who = needed === null ? 'a newer Solodesk' : `Solodesk ${needed} or newer`;
    super(`the database has schema version ${found}, and this program knows ${known} at most: it needs ${who}`);
    this.name = 'DatabaseTooNewError';
    this.found = found;
    this.known = known;
    this.needed = needed;
  }
}

/** The database must be brought up to date, and an older program is at work on it. */
export class DatabaseTooOldError extends Error {
  constructor(found: number, known: number) {
    super(
      `the database has schema version ${found} and is in use by an older Solodesk: stop that one and start it again, ` +
        `which brings the database to version ${known}`,
    );
    this.name = 'DatabaseTooOldError';
  }
}

/** The file is not a Solodesk database, or its content is broken. */
export class DatabaseDamagedError extends Error {
  constructor(file: string, what: string, options?: { cause?: unknown }) {
    super(`${file}: ${what}`, options);
    this.name = 'DatabaseDamagedError';
  }
}
