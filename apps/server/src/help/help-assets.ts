import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The style sheet and the script of the help centre's pages, with addresses that change with their content. */
export interface HelpAssets {
  css: string;
  js: string;
  /** Of a file by its name. */
  address(name: AssetName): string;
  /** By name: `help.css`. */
  files: ReadonlyMap<string, { type: string; text: string }>;
}

const TYPES = {
  'help.css': 'text/css',
  'help.js': 'text/javascript',
  // The page that asks how it was.
  'survey.css': 'text/css',
  'survey.js': 'text/javascript',
  'unsubscribe.js': 'text/javascript',
  'leave.js': 'text/javascript',
  'act.js': 'text/javascript',
  'file.js': 'text/javascript',
} as const;

type AssetName = keyof typeof TYPES;

/** @param folder what the server's build left. @throws when it has not been built */
export function readHelpAssets(folder: string): HelpAssets {
  const files = new Map(
    Object.entries(TYPES).map(([name, type]) => [name, { type, text: readFileSync(join(folder, name), 'utf8') }]),
  );
  const address = (name: AssetName) => {
    const hash = createHash('sha256')
      .update(files.get(name)?.text ?? '')
      .digest('base64url')
      .slice(0, 12);
    return `/help-assets/${name}?v=${hash}`;
  };
  return { css: address('help.css'), js: address('help.js'), address, files };
}
