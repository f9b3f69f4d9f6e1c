/** What the bot does by how sure it is, each a confidence from 0 to 1; below the last it only says that it does not know. */
export interface Thresholds {
  /** It answers. */
  readonly answer: number;
  /** It asks "did you mean". */
  readonly suggest: number;
  /** It says that it does not know, and names what comes nearest. */
  readonly hint: number;
}
