import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { lookForRelease } from '../../state/release.ts';
import { report } from '../../state/report.ts';
import { useTexts } from '../../texts/index.ts';
import { StalePrompt } from './stale-prompt.tsx';

/**
 * A screen whose code comes when it is first opened. Where it cannot be had (after a deploy the file of an old tab is gone,
 * or the line is), that is said in its place, with what to do; everything around it goes on.
 */
export function lazy<P extends object>(load: () => Promise<ComponentType<P>>): (props: P) => preact.JSX.Element {
  let loaded: ComponentType<P> | null = null;
  return function Lazy(props: P) {
    const { t } = useTexts();
    const [Screen, setScreen] = useState<ComponentType<P> | null>(() => loaded);
    const [attempt, setAttempt] = useState(0);
    const [failed, setFailed] = useState(false);
    useEffect(() => {
      if (loaded) return undefined;
      let current = true;
      load().then(
        (screen) => {
          loaded = screen;
          if (current) setScreen(() => screen);
        },
        (error: unknown) => {
          void lookForRelease();
          report('A part of the console could not be loaded.', error);
          if (current) setFailed(true);
        },
      );
      return () => {
        current = false;
      };
    }, [attempt]);
    if (Screen) return <Screen {...props} />;
    if (!failed) return <p class="loading">{t.common.loading}</p>;
    const again = () => {
      setFailed(false);
      setAttempt(attempt + 1);
    };
    return <StalePrompt onRetry={again} />;
  };
}
