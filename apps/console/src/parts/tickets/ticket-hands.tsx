import { useState } from 'preact/hooks';
import type { OwnerUp, TicketDetail, TicketTarget } from '@solodesk/protocol/owner';
import { routeWords, targetWords } from '../../state/tickets/ticket-words.ts';
import { categoryName } from '../../texts/ticket-name-texts.ts';
import { ticketTexts } from '../../texts/ticket-texts.ts';
import { useTexts } from '../../texts/index.ts';

type Edit = Pick<OwnerUp['ticket_change'], 'category' | 'target'>;

interface TicketHandsProps {
  ticket: TicketDetail;
  categories: readonly string[];
  targets: readonly TicketTarget[];
  change(edit: Edit): Promise<boolean>;
}

const SOMEBODY = 'somebody';

/** What kind of request it is, and who settles it, with the reason. */
export function TicketHands({ ticket, categories, targets, change }: TicketHandsProps) {
  const { locale } = useTexts();
  const t = ticketTexts[locale];
  const [asking, setAsking] = useState(false);
  const closed = ticket.state === 'closed';
  const known = [{ to: 'owner' } as const, ...targets, ticket.target].map((target) => JSON.stringify(target));
  const choices = [...new Set(known)].map((key) => ({ key, target: JSON.parse(key) as TicketTarget }));
  const pick = (key: string) => {
    setAsking(key === SOMEBODY);
    const chosen = choices.find((choice) => choice.key === key)?.target;
    if (chosen && chosen.to !== 'action') void change({ target: chosen });
  };
  return (
    <div class="ticket-form">
      <label>
        {t.category}
        <select
          value={ticket.category}
          disabled={closed}
          onChange={(event) => void change({ category: event.currentTarget.value })}
        >
          {[...new Set([...categories, ticket.category])].map((category) => (
            <option key={category} value={category}>
              {categoryName(category, locale)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t.assignee}
        <select
          value={asking ? SOMEBODY : JSON.stringify(ticket.target)}
          disabled={closed}
          onChange={(event) => pick(event.currentTarget.value)}
        >
          {choices.map(({ key, target }) => (
            <option key={key} value={key} disabled={target.to === 'action'}>
              {targetWords(target, t)}
            </option>
          ))}
          <option value={SOMEBODY}>{t.somebody}</option>
        </select>
      </label>
      <p class="muted">{t.why(routeWords(ticket.route, t, locale))}</p>
      {asking && <Somebody onGive={async (target) => (await change({ target })) && setAsking(false)} />}
    </div>
  );
}

function Somebody({ onGive }: { onGive(target: Exclude<TicketTarget, { to: 'owner' | 'action' }>): unknown }) {
  const { locale } = useTexts();
  const t = ticketTexts[locale];
  const [name, setName] = useState('');
  const [mail, setMail] = useState('');
  return (
    <form
      class="ticket-form"
      onSubmit={(event) => {
        event.preventDefault();
        onGive({ to: 'address', name: name.trim(), mail: mail.trim() });
      }}
    >
      <label>
        {t.name}
        <input required maxLength={80} value={name} onInput={(event) => setName(event.currentTarget.value)} />
      </label>
      <label>
        {t.mail}
        <input
          type="email"
          required
          maxLength={200}
          value={mail}
          onInput={(event) => setMail(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="button">
        {t.give}
      </button>
    </form>
  );
}
