/** What the server takes as it is. */
const TAKEN = ['image/jpeg', 'image/png', 'image/gif', 'image/webp'];
/** Longest side of what is kept, in pixels: more would be thrown away at the server. */
const LONGEST = 2560;

/**
 * A picture as it can be sent: one of another kind (a phone's HEIC, a BMP), or of too many bytes, is drawn as a JPEG here,
 * where the browser can read it. Everything else stays as it is, and the server says what it thinks of it.
 * @param mostBytes that the server takes
 */
export async function fitPicture(file: File, mostBytes: number): Promise<{ content: Blob; name: string }> {
  const asItIs = { content: file, name: file.name };
  const isPicture = file.type.startsWith('image/') && file.type !== 'image/svg+xml';
  if (!isPicture || (TAKEN.includes(file.type) && file.size <= mostBytes)) return asItIs;
  // A GIF or a WebP may move, and would not any more.
  if (file.type === 'image/gif' || typeof createImageBitmap !== 'function') return asItIs;
  const picture = await createImageBitmap(file).catch(() => null);
  if (picture === null) return asItIs;
  const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const content = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.88));
  return content === null ? asItIs : { content, name: `${file.name.replace(/\.[^.]*$/, '')}.jpg` };
}
