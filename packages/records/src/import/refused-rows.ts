import { createWriteStream } from 'node:fs';
import type { WriteStream } from 'node:fs';
import type { Locale } from '@solodesk/core';

/** Of columns that no field is called by: they are left out when the file is imported. */
const HEAD: Record<Locale, readonly string[]> = { en: ['line', 'reason'], zh: ['行', '原因'] };

/** The refused rows of an import as a CSV file that can be put right and imported itself; made with the first of them. */
export class RefusedRows {
  readonly #file: string;
  readonly #header: readonly string[];
  readonly #locale: Locale;
  #stream: WriteStream | null = null;
  #failure: Error | null = null;

  constructor(file: string, header: readonly string[], locale: Locale) {
    this.#file = file;
    this.#header = header;
    this.#locale = locale;
  }

  /** Its path; null while nothing was refused. */
  get file(): string | null {
    return this.#stream === null || this.#failure !== null ? null : this.#file;
  }

  /** Why it could not be written; null while it can. What it would hold is not worth losing the import for. */
  get failure(): string | null {
    return this.#failure?.message ?? null;
  }

  async add(row: { line: number; reason: string; values: readonly string[] }): Promise<void> {
    if (this.#failure !== null) return;
    // The BOM makes Excel read it as UTF-8.
    if (this.#stream === null) await this.#write(`\ufeff${csvLine([...HEAD[this.#locale], ...this.#header])}`);
    await this.#write(csvLine([String(row.line), row.reason, ...row.values]));
  }

  async end(): Promise<void> {
    const stream = this.#stream;
    if (stream !== null && this.#failure === null) await new Promise<void>((resolve) => void stream.end(resolve));
  }

  #write(text: string): Promise<void> {
    const stream = (this.#stream ??= createWriteStream(this.#file));
    return new Promise((resolve) => {
      stream.write(text, (cause) => {
        if (cause) this.#failure ??= cause;
        resolve();
      });
      // Each failed write tells; without a listener the event would end the process as well.
      if (stream.listenerCount('error') === 0) stream.on('error', (cause) => (this.#failure ??= cause));
    });
  }
}

function csvLine(values: readonly string[]): string {
  return `${values.map(cell).join(',')}\r\n`;
}

/** RFC 4180; what a spreadsheet would take for a formula is quoted for it (OWASP, CSV injection). */
function cell(value: string): string {
  const safe = /^[=@\t\r]|^[+-](?![\d\s().-]+$)/.test(value) ? `'${value}` : value;
  return /[",\r\n;\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
