import { formatDateTime } from '@solodesk/ui';
import { Unread } from '../parts/controls/fault.tsx';
import { StageBadge } from '../parts/contacts/stage-badge.tsx';
import { STAGES, lifeApi } from '../state/api/life-api.ts';
import type { Stage } from '../state/api/life-api.ts';
import { go } from '../state/route.ts';
import { useNews } from '../state/hooks/use-news.ts';
import { useRemote } from '../state/hooks/use-remote.ts';
import { lifeTexts } from '../texts/life-texts.ts';
import { useTexts } from '../texts/index.ts';

/** Where customers stand by which rules, who moved, and what is sent because of it. */
export function Life({ site, onStage }: { site: string; onStage(stage: Stage): void }) {
  const { t, locale } = useTexts();
  const words = lifeTexts[locale];
  const { value, error, reload } = useRemote(`life ${site}`, () => lifeApi.life(site));
  useNews(site, 'life', reload);
  return (
    <section class="page" aria-labelledby="life-title">
      <button type="button" class="link contact-back" onClick={() => go({ screen: 'contacts', contact: null })}>
        ← {words.back}
      </button>
      <h1 id="life-title">{words.title}</h1>
      <p class="muted">{words.text}</p>
      {value === null ? (
        <Unread error={error} reload={reload} />
      ) : (
        <>
          <h2>{words.rules}</h2>
          <p class="muted">
            {words.rulesText}{' '}
            <button type="button" class="link" onClick={() => go({ screen: 'site', site, part: 'customers' })}>
              {words.change}
            </button>
          </p>
          <dl class="life-rules">
            {STAGES.map((stage) => (
              <div key={stage}>
                <dt>
                  <button type="button" class="life-stage" onClick={() => onStage(stage)}>
                    <StageBadge stage={stage} /> <b class="figure">{value.counts[stage].toLocaleString(locale)}</b>
                  </button>
                </dt>
                <dd>{words.rule(stage, value.rules)}</dd>
              </div>
            ))}
          </dl>
          <h2>{words.moved}</h2>
          {value.moves.length === 0 && <p class="muted">{words.nobodyMoved}</p>}
          <ul class="life-moves">
            {value.moves.map(({ at, from, to, byRules, contact }) => (
              <li key={`${contact.key} ${at} ${to}`}>
                <button
                  type="button"
                  class="record-item"
                  onClick={() => go({ screen: 'contacts', contact: contact.key })}
                >
                  <span class="record-line">
                    <b>{contact.name ?? contact.email ?? t.records.nameless}</b>
                    <span>
                      <StageBadge stage={from} /> → <StageBadge stage={to} />
                    </span>
                  </span>
                  <span class="contact-reach">
                    {formatDateTime(at, locale)}
                    {byRules && ` · ${words.byRules}`}
                  </span>
                </button>
              </li>
            ))}
          </ul>
          <h2>{words.messages}</h2>
          <p class="muted">{value.messages.length === 0 ? words.noMessages : words.messagesText}</p>
          {!value.mails && value.messages.length > 0 && <p class="note note-bad">{words.noMails}</p>}
          <ul>
            {value.messages.map(({ name, on, afterDays, subject, segment, sent, left }) => (
              <li key={name} class="row">
                <span>
                  <b>{subject[locale] ?? subject.en ?? subject.zh ?? name}</b>
                  <br />
                  <span class="muted">
                    {on === 'delivered' ? words.onDelivery(afterDays) : words.on(words.stage[on], afterDays)}
                    {segment !== null && ` · ${segment}`}
                  </span>
                </span>
                <span class="muted">{words.sent(sent, left)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
