import type { JSX } from 'preact';
import type { ChatState } from '@solodesk/client';
import { dayKey, formatTime, formatWeekday, Icon, initials } from '@solodesk/ui';
import { opensAt } from '../chat/hours.ts';
import { useFrame } from './frame-context.ts';
import type { Speaking } from './frame-context.ts';
import { Menu } from './menu.tsx';

/** Who is there, in a line: never more than is known. */
function presenceLine(state: ChatState, { site, texts, locale }: Speaking): string {
  const name = state.presence?.name || site.ownerName;
  if (state.conversation?.state === 'owner') {
    const takeover = state.items.filter((item) => item.type === 'takeover').at(-1);
    return takeover ? texts.tookOver(formatTime(takeover.at, locale)) : texts.here(name);
  }
  const online = state.connection === 'online';
  if (online && state.presence?.here) {
    return state.conversation?.state === 'waiting' ? texts.waiting(name) : texts.here(name);
  }
  const now = Date.now();
  const opens = opensAt(site, now);
  if (opens === null) return online ? texts.away(name) : '';
  const time = formatTime(opens, locale);
  return texts.back(name, dayKey(opens) === dayKey(now) ? time : `${formatWeekday(opens, locale)} ${time}`);
}

/** Who the visitor talks with, and what else can be done. */
export function Header({ state }: { state: ChatState }): JSX.Element {
  const frame = useFrame();
  const person = state.conversation?.state === 'owner' ? state.conversation.ownerName : null;
  const name = person ?? frame.site.name;
  return (
    <header class="header">
      <div class="face" aria-hidden="true">
        {initials(name)}
        {state.connection === 'online' && (person || state.presence?.here) && <i />}
      </div>
      <div class="who">
        <h1>{name}</h1>
        <p>{presenceLine(state, frame)}</p>
      </div>
      <Menu state={state} />
      <button type="button" class="tool" aria-label={frame.texts.close} onClick={() => frame.page.post('close', null)}>
        <Icon name="down" />
      </button>
    </header>
  );
}
