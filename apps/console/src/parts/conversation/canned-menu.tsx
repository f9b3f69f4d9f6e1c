import { useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { choicesFor } from '../../state/conversation/canned-words.ts';
import type { Choice, Filling } from '../../state/conversation/canned-words.ts';
import { useDesk } from '../../state/desk.ts';
import { faqApi } from '../../state/api/faq-api.ts';
import { go } from '../../state/route.ts';
import { useLineRemote, useRemote } from '../../state/hooks/use-remote.ts';
import { useStore } from '../../state/hooks/use-store.ts';
import { granted } from '../../state/tickets/use-tickets.ts';
import type { Locale } from '../../state/wire-types.ts';
import { cannedTexts } from '../../texts/canned-texts.ts';
import { useTexts } from '../../texts/index.ts';
import { Fault } from '../controls/fault.tsx';

interface CannedMenuProps {
  site: string;
  id: string;
  /** What was typed after the slash. */
  wanted: string;
  visitor: Locale;
  filling: Filling;
  /** Keys of the field below; true for one that was meant for the menu. */
  keys: { current: ((event: KeyboardEvent) => boolean) | null };
  /** Tells which option is chosen, for the field's `aria-activedescendant`. */
  onActive(option: string | null): void;
  onPick(choice: Choice): void;
  onClose(): void;
}

/** More are found by a word more. */
const SHOWN = 30;

/** What can be said again: own replies and the bot's answers, as the owner reads them. */
export function CannedMenu(props: CannedMenuProps) {
  const { site, id, wanted, visitor, filling, keys, onActive, onPick, onClose } = props;
  const { t: common, locale } = useTexts();
  const t = cannedTexts[locale];
  const { client } = useDesk();
  const replies = useStore(client.canned)[site];
  const own = useLineRemote(`canned ${site}`, async () => granted(await client.canned.read(site)));
  const faqs = useRemote(`faqs ${site}`, () => faqApi.list(site));
  const [at, setAt] = useState(0);
  const { name, me, site: business } = filling;
  const choices = useMemo(
    () =>
      choicesFor({ replies: replies ?? [], faqs: faqs.value?.faqs ?? [] }, wanted, {
        ...{ owner: locale, visitor, filling: { name, me, site: business } },
      }).slice(0, SHOWN),
    [replies, faqs.value, wanted, locale, visitor, name, me, business],
  );
  const here = Math.min(at, choices.length - 1);
  const option = (place: number) => `${id}-${place}`;

  useEffect(() => setAt(0), [wanted]);
  useLayoutEffect(() => {
    const active = here < 0 ? null : option(here);
    onActive(active);
    if (active !== null) document.getElementById(active)?.scrollIntoView?.({ block: 'nearest' });
    // What is told is which one; the functions are new each time.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [here, choices]);
  useLayoutEffect(() => {
    keys.current = ({ key, shiftKey }) => {
      const chosen = choices[here];
      if (key === 'ArrowDown') setAt(choices.length === 0 ? 0 : (here + 1) % choices.length);
      else if (key === 'ArrowUp') setAt(choices.length === 0 ? 0 : (here + choices.length - 1) % choices.length);
      else if (key === 'Escape') onClose();
      else if ((key === 'Enter' && !shiftKey) || key === 'Tab') {
        // What was typed to find something is no reply.
        if (chosen === undefined) return key === 'Enter';
        onPick(chosen);
      } else return false;
      return true;
    };
    return () => {
      keys.current = null;
    };
  });

  const isRead = (replies !== undefined || own.error !== null) && (faqs.value !== null || faqs.error !== null);
  return (
    <div class="canned-menu">
      {(own.error ?? faqs.error) && (
        <Fault
          text={t.unread}
          onRetry={() => {
            own.reload();
            faqs.reload();
          }}
        />
      )}
      {!isRead && choices.length === 0 && <p class="muted">{common.common.loading}</p>}
      <ul
        role="listbox"
        id={id}
        class="canned-options"
        // It scrolls: whoever has no mouse can get there.
        tabIndex={0}
        aria-label={t.menu}
        aria-busy={!isRead}
        onKeyDown={(event) => keys.current?.(event) === true && event.preventDefault()}
      >
        {choices.map((choice, place) => (
          <li
            key={`${choice.kind} ${choice.id}`}
            id={option(place)}
            role="option"
            aria-selected={place === here}
            onPointerMove={() => setAt(place)}
            // The field keeps the focus: on a phone its keyboard stays.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onPick(choice)}
          >
            <span class="canned-name">
              <b>{choice.name}</b>
              {choice.kind === 'faq' && <span class="tag">{t.faq}</span>}
              {choice.locale !== visitor && <span class="tag">{t.onlyIn[choice.locale]}</span>}
            </span>
            <span class="canned-meaning">{choice.meaning}</span>
          </li>
        ))}
      </ul>
      {isRead && choices.length === 0 && (
        <p class="muted">
          {wanted === '' ? t.nothingYet : t.nothing(wanted)}{' '}
          <button type="button" class="link" onClick={() => go({ screen: 'settings' })}>
            {t.toSettings}
          </button>
        </p>
      )}
    </div>
  );
}
