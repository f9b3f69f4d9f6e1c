import type { MailPayload } from '@solodesk/core';
import { escapeHtml } from '../plain.ts';
import { composeCustomerMail } from './compose-customer-mail.ts';
import type { Brand } from './mail-block.ts';

/** A mail as its reader will see it, its subject above it: a page of its own, for an editor to show. */
export function previewMail(payload: MailPayload, brand: Brand): string {
  const { subject, html } = composeCustomerMail(payload, brand, false);
  const head = `<h1 style="max-width:600px;margin:0 auto 16px;font-size:18px;overflow-wrap:anywhere">${escapeHtml(subject)}</h1>`;
  return html.replace(/<body[^>]*>/, (body) => `${body}\n${head}`);
}
