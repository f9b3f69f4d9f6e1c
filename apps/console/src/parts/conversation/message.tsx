import { formatTime, MessageText, SafeLink } from '@solodesk/ui';
import type { OwnerEvent } from '../../state/wire-types.ts';
import { cannedTexts } from '../../texts/canned-texts.ts';
import { useTexts } from '../../texts/index.ts';
import { reasonWords } from './bot-reason.ts';
import { eventWords } from './event-line.ts';
import { MessageFiles } from './message-files.tsx';

interface MessageProps {
  site: string;
  event: OwnerEvent;
  ownNames: readonly string[];
  /** The visitor has seen everything up to here. */
  seenSeq: number;
  /** A search led here. */
  isSought: boolean;
  /** Makes an FAQ of an answer of the owner's; left out where it answers nothing. */
  onFaq?: (() => void) | undefined;
}

/** One entry of the log: somebody's words with what is known about them, or a line for a change. */
export function Message({ site, event, ownNames, seenSeq, isSought, onFaq }: MessageProps) {
  const { t, locale } = useTexts();
  const time = formatTime(event.at, locale);
  const line = eventWords(event, ownNames, t, locale);
  if (line !== null) {
    return (
      <div class="event">
        {line} · {time}
      </div>
    );
  }
  // To be focused: it is read out, and the keys scroll from there.
  const sought = { ...(isSought && { tabIndex: -1, 'data-sought': true }) };
  if (event.type === 'visitor_message') {
    return (
      <div class="said said-visitor" {...sought}>
        <Words text={event.text} />
        <MessageFiles site={site} files={event.attachments} />
        <div class="meta">{time}</div>
      </div>
    );
  }
  if (event.type === 'owner_message') {
    const who = ownNames.includes(event.name) ? t.talk.you : event.name;
    return (
      <div class="said said-owner" {...sought}>
        <Words text={event.text} />
        <MessageFiles site={site} files={event.attachments} />
        <div class="meta">
          {who} · {time} · {event.seq <= seenSeq ? t.talk.seen : t.talk.sent}
          {onFaq && (
            <>
              {' · '}
              <button type="button" class="link make-faq" onClick={onFaq}>
                {cannedTexts[locale].makeFaq}
              </button>
            </>
          )}
        </div>
      </div>
    );
  }
  return event.type === 'bot_message' ? <BotMessage event={event} time={time} sought={sought} /> : null;
}

/** A message with files may have none. */
function Words({ text }: { text: string }) {
  if (text === '') return null;
  return (
    <div class="bubble">
      <MessageText text={text} />
    </div>
  );
}

interface BotMessageProps {
  event: OwnerEvent & { type: 'bot_message' };
  time: string;
  sought: { tabIndex?: number };
}

function BotMessage({ event, time, sought }: BotMessageProps) {
  const { t, locale } = useTexts();
  const reason = event.why && reasonWords(event.why, t, locale);
  return (
    <div class="said said-bot" {...sought}>
      <div class="bubble">
        <MessageText text={event.text} />
        {event.links && event.links.length > 0 && (
          <ul class="links">
            {event.links.map(({ url, label }) => (
              <li key={url}>
                <SafeLink href={url} label={label} />
              </li>
            ))}
          </ul>
        )}
      </div>
      {event.quickReplies && event.quickReplies.length > 0 && (
        <ul class="pills" aria-label={t.reason.offered}>
          {event.quickReplies.map(({ label }) => (
            <li key={label}>{String(label)}</li>
          ))}
        </ul>
      )}
      <div class="meta">
        {[t.talk.bot, time, reason?.main].filter(Boolean).join(' · ')}
        {reason?.also && <span class="meta-also">{reason.also}</span>}
      </div>
    </div>
  );
}
