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
  UnexpectedEndOfString: 'this text has no closing double quote',
  InvalidUnicode: 'a \\u must be followed by four digits or letters from a to f',
  InvalidEscapeCharacter: 'this text has a backslash that means nothing; write \\\\ for a backslash',
  InvalidCharacter: 'this text holds a tab or another invisible character; write \\t or \\n instead',
};

/** @param code as `printParseErrorCode` names it @param offset where the parser stopped */
export function syntaxWords(code: string, text: string, offset: number): string {
  const comma = /,\s*$/.test(text.slice(Math.max(0, offset - 200), offset));
  if (comma && /^[}\]]/.test(text.slice(offset, offset + 1))) return 'there is a comma too many before this';
  return WORDS[code] ?? 'this is not JSON';
}
