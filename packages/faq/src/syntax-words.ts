const WORDS: Readonly<Record<string, string>> = {
  InvalidSymbol: 'this is not JSON here; texts stand in "double quotes"',
  InvalidNumberFormat: 'this is not a number',
  UnexpectedEndOfNumber: 'this is not a number',
  PropertyNameExpected: 'a name in "double quotes" is expected here',
  ValueExpected: 'a value is expected here',
  ColonExpected: 'a colon (:) is missing before this',
  CommaExpected: 'a comma is missing before this',
  CloseBraceExpected: 'a closing } is missing',
  CloseBracketExpected: 'a closing ] is missing',
  EndOfFileExpected: 'the file should end here, but something follows',
  InvalidCommentToken: 'comments are not allowed in JSON; use a "note" key instead',
  UnexpectedEndOfComment: 'comments are not allowed in JSON; use a "note" key instead',
  UnexpectedEndOfString: 'this text has no closing double quote in its line; a line break inside a text is written \\n',
  InvalidUnicode: 'a \\u must be followed by four digits or letters from a to f',
  InvalidEscapeCharacter: 'this text has a backslash that means nothing; write \\\\ for a backslash',
  InvalidCharacter: 'this text holds a tab or another invisible character; write \\t or \\n instead',
};

/** What Chinese keyboards and word processors write in the place of what JSON wants. */
const LOOKALIKES: readonly [written: RegExp, kind: string, wanted: string][] = [
  [/[，、﹐]/, 'comma', ','],
  [/[：﹕]/, 'colon', ':'],
  [/[“”„‟«»＂「」『』]/, 'quotation mark', '"'],
  [/[‘’‚‛＇]/, 'quotation mark', '"'],
  [/[｛【〔]/, 'bracket', '{ or ['],
  [/[｝】〕]/, 'bracket', '} or ]'],
  [/［/, 'bracket', '['],
  [/］/, 'bracket', ']'],
];
const SPACE_OF_ANOTHER_KIND = /[\u00a0\u2000-\u200b\u202f\u3000\ufeff]/;

/** @param code as `printParseErrorCode` names it @param offset where the parser stopped */
export function syntaxWords(code: string, text: string, offset: number): string {
  const comma = /,\s*$/.test(text.slice(Math.max(0, offset - 200), offset));
  if (comma && /^[}\]]/.test(text.slice(offset, offset + 1))) return 'there is a comma too many before this';
  return (code === 'InvalidSymbol' ? symbolWords(text, offset) : null) ?? WORDS[code] ?? 'this is not JSON';
}

/** What is wrong with a word or mark that is no JSON, where that can be told. */
function symbolWords(text: string, offset: number): string | null {
  const mark = text.charAt(offset);
  // A text may begin with a quotation mark of its own: a straight one ended it before, and nothing is said of those inside.
  if (text[offset - 1] === '"') {
    const lookalike = LOOKALIKES.find(([written]) => written.test(mark));
    if (lookalike === undefined || lookalike[1] === 'quotation mark') {
      return 'the text ended at the double quote before this; a quotation mark inside a text is written \\"';
    }
  }
  if (SPACE_OF_ANOTHER_KIND.test(mark))
    return 'here stands a special space, as of a web page; put an ordinary one there';
  for (const [written, kind, wanted] of LOOKALIKES) {
    if (written.test(mark)) return `${mark} is not the ${kind} of JSON; write ${wanted} with an English keyboard`;
  }
  return null;
}
