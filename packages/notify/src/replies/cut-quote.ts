/** Lines that mail programs put above what they quote. Each is matched against one line, or two joined where they wrap. */
const INTRODUCTIONS: readonly RegExp[] = [
  /^On\b.{3,200}\bwrote\s*:\s*$/iu,
  /^.{1,80}<[^<>@\s]{1,80}@[^<>\s]{1,120}>\s*(?:wrote|写道|寫道|于.{0,60}写道)\s*[:：]\s*$/iu,
  /^(?:在|于|於)?.{0,120}(?:写道|寫道)\s*[:：]\s*$/u,
  /^Am\b.{3,200}\bschrieb.{0,120}:\s*$/iu,
  /^Le\b.{3,200}\ba écrit\s*:\s*$/iu,
  /^-{2,}\s*(?:Original Message|Forwarded message|原始邮件|原始郵件|转发邮件|轉寄郵件)\s*-{2,}\s*$/iu,
  /^[-_]{10,}\s*$/u,
];
/** The block that Outlook and Chinese mail programs put there: several of these in a row. */
const HEADER =
  /^[>\s*]*(?:From|Sent|Date|To|Cc|Subject|发件人|发送时间|发送日期|收件人|抄送|主题|寄件者|收件者|主旨|日期)\s*[:：]/iu;
const SIGNATURE =
  /^(?:-- ?|—|Sent from my .{1,40}|Get Outlook for .{1,20}|发自我的.{1,20}|从我的.{1,20}发送|來自我的.{1,20})\s*$/iu;
/** Longest line that is looked at: a longer one introduces nothing. */
const MOST_OF_LINE = 300;

/**
 * What somebody wrote in answer to a mail, without the mail that they answered and without their signature. What stands below
 * a quotation, or between quotations, is theirs and stays.
 */
export function cutQuote(text: string): string {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .replace(/\u00a0/g, ' ')
    .split('\n');
  const kept: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (/^\s*>/.test(line)) continue;
    const introduction = introductionAt(lines, at);
    if (introduction === 0) {
      kept.push(line);
      continue;
    }
    // Where the quotation is marked line by line, what follows it is theirs; where it is not, all the rest is quoted.
    const next = nextWritten(lines, at + introduction);
    if (next !== null && /^\s*>/.test(lines[next] ?? '')) at += introduction - 1;
    else break;
  }
  return withoutSignature(kept)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** How many lines introduce a quotation here; 0 for none. */
function introductionAt(lines: readonly string[], at: number): number {
  const line = (lines[at] ?? '').trim();
  if (line === '' || line.length > MOST_OF_LINE) return 0;
  if (INTRODUCTIONS.some((pattern) => pattern.test(line))) return 1;
  const wrapped = `${line} ${(lines[at + 1] ?? '').trim()}`;
  if (
    /^(?:On|Am|Le|在|于|於)/iu.test(line) &&
    wrapped.length <= MOST_OF_LINE &&
    INTRODUCTIONS.some((pattern) => pattern.test(wrapped))
  ) {
    return 2;
  }
  const headers = lines.slice(at, at + 6).filter((each) => HEADER.test(each)).length;
  return HEADER.test(line) && headers >= 3 ? headers : 0;
}

function nextWritten(lines: readonly string[], from: number): number | null {
  for (let at = from; at < lines.length; at++) if ((lines[at] ?? '').trim() !== '') return at;
  return null;
}

/** A signature is at the end, after something was said. */
function withoutSignature(lines: readonly string[]): readonly string[] {
  const at = lines.findIndex(
    (line, index) => index > 0 && line.length <= MOST_OF_LINE && SIGNATURE.test(line.trimStart()),
  );
  const before = at < 0 ? lines : lines.slice(0, at);
  return before.some((line) => line.trim() !== '') ? before : lines;
}
