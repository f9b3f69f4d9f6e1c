import type { JSX } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Locale } from '@solodesk/protocol/visitor';
import { consentOf } from '../chat/create-chat.ts';
import { TEXTS } from '../texts/texts.ts';
import { Composer } from './composer.tsx';
import { ConsentPanel } from './consent-panel.tsx';
import { FrameContext, useChatState } from './frame-context.ts';
import type { Frame, Speaking } from './frame-context.ts';
import { Header } from './header.tsx';
import { Log } from './log.tsx';
import { Notice } from './rows.tsx';
import { useOnline } from './use-online.ts';
import { useLater } from './use-later.ts';
import { usePanel } from './use-panel.ts';

/** The whole panel. */
export function App({ frame, firstLocale }: { frame: Frame; firstLocale: Locale }): JSX.Element {
  const { chat, page, site, preferences } = frame;
  const state = useChatState(chat);
  const [locale, setLocale] = useState(firstLocale);
  const panel = useRef<HTMLDivElement>(null);
  const online = useOnline();
  const offline = state.connection === 'offline' || !online;
  const speaking = useMemo<Speaking>(
    () => ({ ...frame, locale, texts: TEXTS[locale], offline }),
    [frame, locale, offline],
  );
  const { texts } = speaking;
  usePanel(panel, page);

  useEffect(() => {
    document.documentElement.lang = locale === 'zh' ? 'zh-CN' : 'en';
    page.post('locale', locale);
    chat.setLocale(locale);
  }, [chat, page, locale]);

  useEffect(() => {
    let wish = page.state.locale;
    page.subscribe((now) => {
      if (now.locale !== wish && now.locale && site.locales.includes(now.locale)) setLocale(now.locale);
      wish = now.locale;
    });
  }, [page, site]);

  const choose = (wanted: Locale) => {
    preferences.keepLocale(wanted);
    setLocale(wanted);
  };
  const { problems, survey } = state.extras ?? {};
  // Hardly any visit has one, and who comes for the first time shall not pay for it.
  const later = useLater(problems || survey || state.erased);
  const consent = state.needsConsent ? consentOf(site, page.state, locale) : null;
  const refusal = site.identityRequired && !page.state.identity?.userId ? texts.noIdentity : texts.refused;

  return (
    <FrameContext.Provider value={speaking}>
      <div class="panel" role="dialog" aria-label={site.name} ref={panel}>
        <Header state={state} />
        {offline && <Notice text={online ? texts.unreachable : texts.offline} />}
        {state.connection === 'upgrade' && <Notice text={texts.upgrade} />}
        {state.connection === 'refused' && (
          <Notice
            text={refusal}
            action={
              <button type="button" onClick={() => chat.start()}>
                {texts.retry}
              </button>
            }
          />
        )}
        {state.erased && later && <later.Erased locale={locale} />}
        {problems && later && <later.Problems problems={problems} chat={chat} locale={locale} />}
        {consent ? (
          <ConsentPanel text={consent.text} />
        ) : (
          <>
            <Log state={state} />
            {survey && later && <later.Survey survey={survey} state={state} chat={chat} locale={locale} />}
            <Composer state={state} setLocale={choose} />
          </>
        )}
      </div>
    </FrameContext.Provider>
  );
}
