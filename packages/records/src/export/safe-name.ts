/** The name of a file of somebody's in an export: no path, no hidden file, nothing that a file system refuses. */
export function safeName(name: string): string {
  const plain = name.replace(/[^\p{L}\p{N}._-]+/gu, '_').replace(/^\.+/, '');
  return plain.slice(-80) || 'file';
}
