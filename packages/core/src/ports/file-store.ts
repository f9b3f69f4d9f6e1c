/** A file that somebody sent in a conversation. */
export interface StoredFile {
  /** Public, unguessable. */
  readonly id: string;
  readonly conversationKey: number;
  /** As the sender called it; text, and never a path. */
  readonly name: string;
  /** Media type by its content. */
  readonly type: string;
  readonly bytes: number;
  /** UTC milliseconds. */
  readonly at: number;
}

/** Files of conversations, as far as exporting and erasing a person need them. */
export interface FileStore {
  filesOf(site: string, conversationKeys: readonly number[]): Promise<StoredFile[]>;
  /** Null when it is gone. */
  readFile(site: string, id: string): Promise<Uint8Array | null>;
  /** Removes the files of these conversations, with everything made of them; how many there were. */
  removeFilesOf(site: string, conversationKeys: readonly number[]): Promise<number>;
}

/** Of a desk that takes no files. */
export const NO_FILES: FileStore = {
  filesOf: async () => [],
  readFile: async () => null,
  removeFilesOf: async () => 0,
};
