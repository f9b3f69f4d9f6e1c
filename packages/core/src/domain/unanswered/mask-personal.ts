/** Local part, at sign and domain; the local part's characters are those that people have (RFC 5321's atoms). */
const EMAIL = /[\p{L}\p{N}._%+'-]{1,64}[@＠][\p{L}\p{N}-]{1,63}(?:[.．。][\p{L}\p{N}-]{1,63}){1,6}/gu;
/** What follows `?` or `#` in a link can hold a token. */
const LINK_TAIL = /(https?:\/\/[^\s?#]{1,200})[?#]\S*/gi;
/** A run of digits as people group them: +49 (0)30 123-456, 138 0013 8000, 2024/1042. */
const DIGIT_RUN = /\p{Nd}(?:[\s()./\u2010-\u2015-]{0,3}\p{Nd})*/gu;
const DIGIT = /\p{Nd}/gu;

/** Fewer digits are sizes, days and hours, which a question is about. */
const PERSONAL_DIGITS = 4;

/**
 * Hides what could lead to a person in a text that is about to become an example: e-mail addresses become
 * `name@example.com`, and every digit of a number of four digits or more (phones, orders, cards, postcodes) becomes 0. The
 * shape stays, and with it what the model sees: to it all numbers are alike.
 */
export function maskPersonal(text: string): string {
  return text
    .replace(EMAIL, 'name@example.com')
    .replace(LINK_TAIL, '$1')
    .replace(DIGIT_RUN, (run) => ((run.match(DIGIT)?.length ?? 0) < PERSONAL_DIGITS ? run : run.replace(DIGIT, '0')));
}
