import type { JSX } from 'preact';
import type { Locale, LogEvent } from '@solodesk/protocol/visitor';
import { putTicketStyles } from './ticket-styles.ts';
import { stepOf, TICKET_TEXTS } from './ticket-texts.ts';

interface TicketCardProps {
  event: Extract<LogEvent, { type: 'ticket' }>;
  locale: Locale;
}

/** Where a request stands: its number, the steps, and what the visitor may do. */
export function TicketCard({ event, locale }: TicketCardProps): JSX.Element {
  putTicketStyles();
  const texts = TICKET_TEXTS[locale];
  const now = stepOf(event.state);
  const hint = event.withdrawn ? texts.withdrawn : event.reopened ? texts.reopened : texts.hint[event.state];
  return (
    <section
      class="ticket"
      aria-label={`${texts.request} ${event.name}: ${event.withdrawn ? texts.withdrawn : texts.steps[now]}`}
    >
      <b>{event.name}</b>
      {!event.withdrawn && (
        <ol>
          {texts.steps.map((step, index) => (
            <li key={step} class={index <= now ? 'done' : ''} aria-current={index === now ? 'step' : undefined}>
              {step}
            </li>
          ))}
        </ol>
      )}
      {hint && <p>{hint}</p>}
    </section>
  );
}
