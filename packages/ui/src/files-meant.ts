/**
 * The files that were chosen, pasted or dropped. The clipboard of a spreadsheet or a document holds its text, its layout and a picture
 * of both: there the text is meant, and no file.
 */
export function filesMeant(from: { files: FileList | null; types?: readonly string[] } | null): File[] {
  const { files, types = [] } = from ?? {};
  return types.includes('text/plain') && types.includes('text/html') ? [] : [...(files ?? [])];
}
