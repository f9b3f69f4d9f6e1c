import { formatTime, Icon, isKnownZone } from '@solodesk/ui';
import { visitorName } from '../../state/conversation/visitor-name.ts';
import type { ConversationSummary } from '../../state/wire-types.ts';
import { useTexts } from '../../texts/index.ts';
import { VerifiedBadge } from './badges.tsx';
import { ConversationActions } from './conversation-actions.tsx';
import type { ConversationCommands } from './conversation-actions.tsx';

interface HeadProps {
  summary: ConversationSummary;
  timeZone: string | null;
  now: number;
  run: ConversationCommands;
  onBack(): void;
  onPanel(): void;
}

export function ConversationHead({ summary, timeZone, now, run, onBack, onPanel }: HeadProps) {
  const { t, locale } = useTexts();
  const { visitor } = summary;
  const there = timeZone && isKnownZone(timeZone) ? ` · ${t.talk.there(formatTime(now, locale, timeZone))}` : '';
  return (
    <header class="talk-head">
      <button type="button" class="icon-button narrow-only" aria-label={t.common.back} onClick={onBack}>
        <Icon name="back" />
      </button>
      <div class="talk-who">
        <h2 title={visitorName(visitor, t)}>{visitorName(visitor, t)}</h2>
        {summary.urgent && !visitor.blocked && <span class="tag tag-emergency">{t.inbox.emergency}</span>}
        <VerifiedBadge verified={visitor.verified} />
        {visitor.blocked && <span class="tag tag-bad">{t.inbox.blocked}</span>}
        <span class="tag">
          {t.common.languages[visitor.locale]}
          {there}
        </span>
      </div>
      <button
        type="button"
        class="icon-button panel-button"
        aria-label={t.talk.details}
        title={t.talk.details}
        onClick={onPanel}
      >
        <Icon name="person" />
      </button>
      <ConversationActions summary={summary} run={run} />
    </header>
  );
}
