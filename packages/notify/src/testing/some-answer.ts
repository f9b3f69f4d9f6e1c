export interface AnswerOptions {
  from?: string;
  /** Whole ids, with their angle brackets. */
  inReplyTo?: string;
  references?: string;
  messageId?: string;
  text?: string;
  headers?: readonly string[];
}

/** A mail that answers one of ours, as a mail program sends it. */
export function someAnswer({
  from = 'Ann <ann@customer.example>',
  inReplyTo,
  references,
  messageId,
  text,
  headers,
}: AnswerOptions): string {
  return [
    `From: ${from}`,
    'To: desk@shop.example',
    'Subject: Re: your request',
    'Date: Mon, 05 Jan 2026 12:30:00 +0000',
    `Message-ID: ${messageId ?? '<a-1@customer.example>'}`,
    ...(inReplyTo === undefined ? [] : [`In-Reply-To: ${inReplyTo}`]),
    ...(references === undefined ? [] : [`References: ${references}`]),
    ...(headers ?? []),
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    text ??
      'It was order 1042.\n\nOn Mon, 5 Jan 2026 at 12:00, Shop <desk@shop.example> wrote:\n> What is the number of your order?',
    '',
  ].join('\n');
}
