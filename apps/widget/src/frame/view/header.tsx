import type { JSX } from 'preact';
import type { ChatState } from '@solodesk/client';
import { dayKey, formatTime, formatWeekday, initials, LineIcon } from '@solodesk/ui';
import { opensAt } from '../chat/hours.ts';
import { useFrame } from './frame-context.ts';
import type { Speaking } from './frame-context.ts';
import { DOWN } from './icon-paths.ts';
import { Menu } from './menu.tsx';

/** Who is there, in a line: never more than is known. */
function presenceLine(state: ChatState, here: boolean, { site, texts, locale, offline }: Speaking): string {
  if (offline) return texts.noLine;
  const name = state.presence?.name || site.ownerName;
  const talk = state.conversation?.state;
  if (talk === 'owner') {
    const takeover = state.items.filter((item) => item.type === 'takeover').at(-1);
    if (takeover) return texts.tookOver(formatTime(takeover.at, locale));
  }
  if (talk === 'waiting') return here ? texts.calling(name) : texts.waiting(name);
  if (here) return texts.here(name);
  const now = Date.now();
  const opens = opensAt(site, now);
  if (opens === null) return state.connection === 'online' ? texts.away(name) : '';
  const time = formatTime(opens, locale);
  return texts.back(name, dayKey(opens) === dayKey(now) ? time : `${formatWeekday(opens, locale)} ${time}`);
}

/** Who the visitor talks with, and what else can be done. */
export function Header({ state }: { state: ChatState }): JSX.Element {
  const frame = useFrame();
  const person = state.conversation?.state === 'owner' ? state.conversation.ownerName : null;
  const name = person ?? frame.site.name;
  const online = state.connection === 'online' && !frame.offline;
  const here = online && !!state.presence?.here;
  const line = presenceLine(state, here, frame);
  return (
    <header class="header">
      <div class="face" aria-hidden="true">
        {initials(name)}
        {(here || (online && person)) && <i />}
      </div>
      <div class="who">
        <h1>{name}</h1>
        <p title={line}>{line}</p>
      </div>
      <Menu state={state} />
      <button type="button" class="tool" aria-label={frame.texts.close} onClick={() => frame.page.post('close', null)}>
        <LineIcon d={DOWN} />
      </button>
    </header>
  );
}
