import { useTexts } from '../../texts/index.ts';

/** Which events are wanted. Their names are those of the wire: what the other program shows as well. */
export function EventChoice({
  events,
  chosen,
  onChange,
}: {
  events: readonly string[];
  chosen: readonly string[];
  onChange(chosen: string[]): void;
}) {
  const { t } = useTexts();
  return (
    <fieldset class="event-choice" aria-label={t.webhooks.events}>
      {events.map((event) => (
        <label class="check" key={event}>
          <input
            type="checkbox"
            checked={chosen.includes(event)}
            onChange={({ currentTarget: { checked } }) =>
              onChange(events.filter((each) => (each === event ? checked : chosen.includes(each))))
            }
          />
          <code>{event}</code>
        </label>
      ))}
    </fieldset>
  );
}
