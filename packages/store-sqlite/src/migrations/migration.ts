/** One step of the schema. A step that has been released is never edited: a later one corrects it. */
export interface Migration {
  /** `PRAGMA user_version` afterwards; counts from 1 without holes. */
  readonly version: number;
  /** The first release of the product that can read what this step makes. */
  readonly since: string;
  readonly sql: string;
}
