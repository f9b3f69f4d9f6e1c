import type { ComponentChildren } from 'preact';
import { dayKey, formatDateTime, formatTime, Icon, initials, isKnownZone, SafeLink } from '@solodesk/ui';
import { visitorName } from '../../state/conversation/visitor-name.ts';
import type { ConversationDetail, ConversationSummary } from '../../state/wire-types.ts';
import { useTexts } from '../../texts/index.ts';
import { privacyTexts } from '../../texts/privacy-texts.ts';
import { VerifiedBadge } from './badges.tsx';
import { AgreedText } from '../privacy/agreed-text.tsx';
import { ErasePerson } from '../privacy/erase-person.tsx';
import { PanelContact } from './panel-contact.tsx';
import { PanelTickets } from './panel-tickets.tsx';
import { WhyFirst } from '../queue/why-first.tsx';
import { showToast } from '../controls/toasts.tsx';

interface PanelProps {
  site: string;
  summary: ConversationSummary;
  profile: ConversationDetail['profile'] | null;
  now: number;
  onBack(): void;
  /** There is no such conversation any more. */
  onErased(): void;
}

/** Who it is: what is proved, what is only claimed, and what the browser says. */
export function VisitorPanel({ site, summary, profile, now, onBack, onErased }: PanelProps) {
  const { t, locale } = useTexts();
  const words = privacyTexts[locale];
  const { visitor } = summary;
  const name = visitorName(visitor, t);
  const zone = profile?.timeZone && isKnownZone(profile.timeZone) ? profile.timeZone : undefined;
  const claims = Object.entries(profile?.attributes ?? {});
  const row = (label: string, value: ComponentChildren) => (
    <>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </>
  );
  return (
    <aside class="panel" aria-label={t.panel.title}>
      <button type="button" class="icon-button panel-back" aria-label={t.common.back} onClick={onBack}>
        <Icon name="back" />
      </button>
      <div class="panel-who">
        <span class="avatar" aria-hidden="true">
          {initials(name)}
        </span>
        <div>
          <h2 class="panel-name">{name}</h2>
          <VerifiedBadge verified={visitor.verified} />
        </div>
      </div>
      {visitor.blocked && <p class="note note-bad">{t.talk.blockedNote}</p>}
      <PanelContact key={summary.id} site={site} conversation={summary.id} />
      <WhyFirst site={site} conversation={summary.id} />
      <PanelTickets site={site} conversation={summary.id} />
      <h3>{t.panel.now}</h3>
      <dl>
        {row(t.panel.online, visitor.online ? t.panel.yes : t.panel.no)}
        {profile?.pageUrl &&
          row(t.panel.page, <SafeLink href={profile.pageUrl} label={profile.pageTitle || profile.pageUrl} />)}
        {profile?.referrer &&
          row(t.panel.camefrom, <SafeLink href={profile.referrer} label={hostOf(profile.referrer)} />)}
        {zone && row(t.panel.localTime, `${clockThere(now, zone)} · ${zone}`)}
        {row(t.panel.language, t.common.languages[visitor.locale])}
        {profile && row(t.panel.firstSeen, formatDateTime(profile.firstSeenAt, locale))}
      </dl>
      <h3>{t.panel.identity}</h3>
      {profile?.userId ? (
        <dl>{row(t.panel.userId, profile.userId)}</dl>
      ) : (
        <p class="muted">{visitor.verified ? visitor.name : t.panel.nobody}</p>
      )}
      {claims.length > 0 && (
        <>
          <h3>{t.panel.claims}</h3>
          <p class="muted">{t.panel.claimsHint}</p>
          <dl>{claims.map(([key, value]) => row(key, String(value)))}</dl>
        </>
      )}
      <h3>{t.panel.consent}</h3>
      <p class="muted">
        {profile?.consent
          ? t.panel.consentGiven(profile.consent.version, formatDateTime(profile.consent.at, locale))
          : t.panel.noConsent}
      </p>
      {profile?.consent && <AgreedText site={site} consent={profile.consent} />}
      <h3>{t.panel.conversation}</h3>
      <dl>
        {row(t.panel.started, formatDateTime(summary.createdAt, locale))}
        {row(t.panel.messages, summary.lastSeq)}
        {summary.promisedFor !== null && row(t.panel.promise, formatDateTime(summary.promisedFor, locale))}
      </dl>
      <h3>{words.theirs}</h3>
      <ErasePerson
        key={summary.id}
        site={site}
        person={{ conversation: summary.id }}
        onErased={() => {
          showToast(words.erasedToast);
          onErased();
        }}
      />
    </aside>
  );

  /** "14:06", with the day where it is another one there. */
  function clockThere(at: number, timeZone: string): string {
    const time = formatTime(at, locale, timeZone);
    return dayKey(at, timeZone) === dayKey(at) ? time : `${dayKey(at, timeZone)} ${time}`;
  }
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
