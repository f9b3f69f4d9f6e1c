/** What stands between columns: what RFC 4180 says, what spreadsheets of many countries write, and what copied cells have. */
const DELIMITERS = [',', ';', '\t', '|'] as const;

export interface CsvLayout {
  delimiter: string;
  /** The line of the header, from 1: spreadsheets may say `sep=;` above it. */
  headerLine: 1 | 2;
}

/** How the columns of a file are kept apart, which is told by what gives its header the most of the names that are looked for. */
export function csvLayout(content: string, names: readonly string[]): CsvLayout {
  const text = content.replace(/^\ufeff/, '');
  const said = /^"?sep=([,;\t|])"?\r?\n/i.exec(text);
  if (said?.[1] !== undefined) return { delimiter: said[1], headerLine: 2 };
  const header = text.trimStart().split(/[\r\n]/, 1)[0] ?? '';
  const found = (delimiter: string): number => {
    const columns = header.split(delimiter).map((column) => column.replaceAll('"', '').trim().toLowerCase());
    return columns.filter((column) => names.includes(column)).length;
  };
  const delimiter = DELIMITERS.reduce<string>((best, each) => (found(each) > found(best) ? each : best), ',');
  return { delimiter, headerLine: 1 };
}
