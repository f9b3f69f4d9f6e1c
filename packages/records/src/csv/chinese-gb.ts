import { createReadStream } from 'node:fs';

/** Part of the two-byte characters that must be everyday ones: of Chinese texts nearly all are, of other encodings read so hardly any. */
const LEAST_COMMON = 0.6;

/**
 * Whether the bytes of a file are Chinese in GB18030, or one of its older parts (GBK, GB2312). Most bytes of any encoding can be read as
 * GB18030, and then as characters that nobody uses: an accented letter of Latin-1 beside a plain one, or a broken UTF-8.
 */
export async function isChineseGb(file: string): Promise<boolean> {
  let [pairs, common] = [0, 0];
  /** First byte of a pair, of which the second stands in the next piece; 0 for none. */
  let lead = 0;
  try {
    const decoder = new TextDecoder('gb18030', { fatal: true });
    for await (const chunk of createReadStream(file, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>) {
      decoder.decode(chunk, { stream: true });
      for (const byte of chunk) {
        if (lead === 0) lead = byte >= 0x81 ? byte : 0;
        else {
          pairs++;
          if (isEveryday(lead) && byte >= 0xa1) common++;
          lead = 0;
        }
      }
    }
    decoder.decode();
  } catch (cause) {
    if ((cause as { code?: unknown } | null)?.code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return false;
    throw cause;
  }
  return pairs > 0 && common / pairs >= LEAST_COMMON;
}

/** Leads of GB2312's marks and of its first level, the 3,755 characters that people write with. */
function isEveryday(lead: number): boolean {
  return (lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa3);
}
