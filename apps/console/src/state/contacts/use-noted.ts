import { useEffect, useRef, useState } from 'preact/hooks';
import { showToast } from '../../parts/controls/toasts.tsx';
import { crmTexts } from '../../texts/crm-texts.ts';
import { errorText, useTexts } from '../../texts/index.ts';
import type { ApiError } from '../api/api.ts';
import { crmApi } from '../api/crm-api.ts';
import type { Browser, Noted, NotedChange, NoQuestions, ProfileAnswer } from '../api/crm-api.ts';
import { inverse, withChange } from './noted-change.ts';
import { asApiError } from '../session.ts';
import { useNews } from '../hooks/use-news.ts';
import { useRemote } from '../hooks/use-remote.ts';

export interface NotedState {
  /** With what was changed and is not confirmed yet. */
  noted: Noted | null;
  browsers: Browser[];
  /** As it was said; while a change is on its way, as it will be. */
  noQuestions: NoQuestions | null;
  error: ApiError | null;
  reload(): void;
  /** Shown at once; where the server refuses, it is as it was and a message says why. What is done can be undone. */
  change(change: NotedChange, said: string): void;
  block(blocked: boolean): void;
  /** Whether they may be asked by mail how it was. */
  askByMail(may: boolean): void;
}

/** What is noted of a contact. Changes are sent one after the other, in their order. */
export function useNoted(site: string, contact: number): NotedState {
  const { t, locale } = useTexts();
  const words = crmTexts[locale];
  const remote = useRemote(`noted ${site} ${contact}`, () => crmApi.profile(site, contact));
  useNews(site, 'contacts', remote.reload);
  const [answer, setAnswer] = useState<ProfileAnswer | null>(null);
  const [pending, setPending] = useState<readonly NotedChange[]>([]);
  const [blocking, setBlocking] = useState<boolean | null>(null);
  const [asking, setAsking] = useState<boolean | null>(null);
  const last = useRef<Promise<void>>(Promise.resolve());
  useEffect(() => setAnswer(remote.value), [remote.value]);

  const noted = answer === null ? null : pending.reduce((so, one) => withChange(so, one, Date.now()), answer.profile);
  const browsers = answer?.browsers ?? [];

  const send = (change: NotedChange, said: string, back: NotedChange | null) => {
    setPending((all) => [...all, change]);
    last.current = last.current.then(async () => {
      try {
        setAnswer(await crmApi.change(site, contact, change));
        showToast(
          said,
          back === null ? {} : { action: { label: words.undo, run: () => send(back, words.undone, null) } },
        );
      } catch (cause) {
        showToast(`${words.notSaved} ${errorText(t, asApiError(cause))}`);
      } finally {
        setPending((all) => all.filter((one) => one !== change));
      }
    });
  };
  /** Something that is either so or not: shown at once, sent in its turn, and undone by its opposite. */
  const turn = (
    show: (value: boolean | null) => void,
    call: (site: string, contact: number, value: boolean) => Promise<ProfileAnswer>,
    said: (value: boolean) => string,
  ) => {
    const put = (value: boolean, isUndo = false): void => {
      show(value);
      last.current = last.current.then(async () => {
        try {
          setAnswer(await call(site, contact, value));
          const action = { label: words.undo, run: () => put(!value, true) };
          showToast(isUndo ? words.undone : said(value), isUndo ? {} : { action });
        } catch (cause) {
          showToast(`${words.notSaved} ${errorText(t, asApiError(cause))}`);
        } finally {
          show(null);
        }
      });
    };
    return (value: boolean) => put(value);
  };
  const said = answer?.noQuestions ?? null;

  return {
    noted,
    browsers: blocking === null ? browsers : browsers.map((browser) => ({ ...browser, blocked: blocking })),
    noQuestions: asking === null ? said : asking ? null : (said ?? { at: Date.now(), by: 'owner' }),
    error: remote.error,
    reload: remote.reload,
    change: (change, said) => {
      if (noted !== null) send(change, said, inverse(noted, change));
    },
    block: turn(setBlocking, crmApi.block, (blocked) => (blocked ? words.blockedNow : words.unblockedNow)),
    askByMail: turn(setAsking, crmApi.questions, (may) => (may ? words.questionsOn : words.questionsOff)),
  };
}
