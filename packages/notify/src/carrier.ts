import type { Carrier, Delivery, Handover, MailPayload, CarriedJob, SmsPayload, WebhookPayload } from '@solodesk/core';
import { composeCustomerMail } from './customer-mail/compose-customer-mail.ts';
import type { Brand } from './customer-mail/mail-block.ts';
import { readMailFiles, withoutFiles } from './customer-mail/mail-files.ts';
import type { MailFiles } from './customer-mail/mail-files.ts';
import { replyToken } from './customer-mail/reply-token.ts';
import { signedCall } from './outgoing/signed-call.ts';
import type { SafeFetch } from './outgoing/safe-fetch.ts';
import type { SmtpMailer } from './smtp-mailer.ts';
import { webhookBody } from './webhooks/sign-webhook.ts';
import type { RecentDeliveries } from './webhooks/recent-deliveries.ts';
import type { WebhookBook } from './webhooks/webhook-book.ts';

export interface CarrierOptions {
  /** Null where no mail server is named. */
  mailer: SmtpMailer | null;
  /** Where text messages are given to; null for nowhere. */
  sms: { url: string; secret: string } | null;
  webhooks: Pick<WebhookBook, 'find'>;
  deliveries: RecentDeliveries;
  fetch: SafeFetch;
  /** Name and colours of a site; null when it is gone. */
  brandOf: (site: string) => Brand | null;
  /** What is in a file of a conversation; null when it is gone. */
  readFile: (site: string, id: string) => Promise<Uint8Array | null>;
  /** Where a file that is too large for a mail can be fetched by whoever gets the mail. */
  linkToFile: (site: string, id: string) => string;
  /** What answers are recognised by; null where none are read. */
  replySecret: string | null;
  now: () => number;
}

/** Whoever lets it go on hastens what waits, so that this is only how often it is looked whether somebody did so from elsewhere. */
const PAUSED: Handover = { kind: 'waits', reason: 'this webhook is paused', forMs: 3_600_000 };

/** What an SMTP server answers to a mail that is larger than it takes (RFC 1870, 6.1). */
const TOO_LARGE = 552;

/** Sends what the outbox holds: mails, text messages, webhooks. */
export function createCarrier(options: CarrierOptions): Carrier {
  return {
    async send(job, begin) {
      if (job.kind === 'mail') return sendMail(options, job, job.payload, begin);
      if (job.kind === 'webhook' && options.webhooks.find(job.site, job.payload.endpoint)?.paused) return PAUSED;
      if (!(await begin())) return { kind: 'failed', reason: 'somebody else has it', permanent: false };
      if (job.kind === 'sms') return sendSms(options, job, job.payload);
      return sendWebhook(options, job, job.payload);
    },
  };
}

async function sendMail(
  options: CarrierOptions,
  job: CarriedJob,
  payload: MailPayload,
  beforeArrival: () => Promise<boolean>,
): Promise<Delivery> {
  const { mailer, brandOf, readFile, replySecret } = options;
  const brand = brandOf(job.site);
  if (brand === null) return failed('the site is gone');
  if (mailer === null) return failed('no mail server is named');
  const { to, conversation } = payload;
  const token =
    replySecret === null || conversation === null
      ? null
      : replyToken(replySecret, { site: job.site, conversation }, to.address);
  // A mail server in between may replace a Message-ID, but leaves References alone: both lead back.
  const ids = token === null ? { id: job.id } : { id: `${token}.${job.id}`, thread: token };
  // Said once, also where the mail is given to the server a second time.
  let begun: Promise<boolean> | null = null;
  const send = (files: MailFiles) =>
    mailer.send({
      ...composeCustomerMail(payload, brand, token !== null, files),
      ...ids,
      to: [to.address],
      fromName: brand.name,
      beforeArrival: () => (begun ??= beforeArrival()),
    });
  const linkTo = (id: string) => options.linkToFile(job.site, id);
  const files = await readMailFiles(payload.content, (id) => readFile(job.site, id), linkTo);
  const outcome = await send(files);
  const isTooLarge = outcome.kind === 'failed' && outcome.fault.status === TOO_LARGE && files.attached.length > 0;
  return isTooLarge ? send(withoutFiles(payload.content, linkTo)) : outcome;
}

async function sendSms(
  { sms, fetch, now }: CarrierOptions,
  job: CarriedJob,
  { to, text }: SmsPayload,
): Promise<Delivery> {
  if (sms === null) return failed('no service for text messages is named');
  const body = JSON.stringify({ id: job.id, site: job.site, to, text });
  const headers = { 'idempotency-key': job.id };
  return signedCall(fetch, { url: sms.url, secret: sms.secret, body, headers, now: now() });
}

async function sendWebhook(options: CarrierOptions, job: CarriedJob, payload: WebhookPayload): Promise<Delivery> {
  const endpoint = options.webhooks.find(job.site, payload.endpoint);
  // Whoever took the endpoint away wants nothing from it any more.
  if (endpoint === null) return { kind: 'gone' };
  const outcome = await signedCall(options.fetch, {
    ...{ url: endpoint.url, secret: endpoint.secret, body: webhookBody(job.site, payload), now: options.now() },
    headers: { 'x-solodesk-event': payload.event, 'x-solodesk-delivery': payload.id },
  });
  const reason = outcome.kind === 'failed' ? outcome.reason : null;
  const { event } = payload;
  options.deliveries.add(endpoint.id, { event, at: options.now(), status: outcome.status, reason });
  return outcome;
}

function failed(reason: string): Delivery {
  return { kind: 'failed', reason, permanent: true };
}
