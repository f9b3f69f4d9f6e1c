import { shownAs } from '@solodesk/core';
import type { Site, ThemeChange, ThemeMark } from '@solodesk/core';
import { Lanes, planThemeNews } from '@solodesk/core/use-cases';
import type { Desk } from '@solodesk/core/use-cases';
import { themeMarkSchema, themeQuerySchema, themeTellSchema, themeUntellSchema } from '@solodesk/protocol/owner';
import type { ThemeRaisers } from '@solodesk/protocol/owner';
import { Router } from 'express';
import type { z } from 'zod';
import { newsView } from '../../insights/insight-themes.ts';
import { dateIn } from '../../insights/local-date.ts';
import { raisedEvents, storedThemes, untoldOf } from '../../insights/theme-rows.ts';
import { WireFault } from '../../realtime/wire-error.ts';
import { parse } from './console-api.ts';
import { ownSite } from './site-access.ts';
import type { SiteAccess } from './site-access.ts';

export interface ConsoleThemesOptions extends SiteAccess {
  desk: Desk;
}

/** People whose names are shown before they are told. */
const SOME = 50;

/** What the owner says of a theme: pinned, renamed, merged, fixed; and who hears of the last. */
export function consoleThemesApi(options: ConsoleThemesOptions): Router {
  const { desk } = options;
  const { store, clock } = desk;
  const telling = new Lanes();
  const router = Router();

  router.post('/insights/:site/themes/mark', async (request, response) => {
    const site = await ownSite(options, request);
    const { theme, fixed, ...change } = parse(themeMarkSchema, request.body);
    const marks = await store.themeMarks(site.id);
    if (typeof change.mergedInto === 'string') {
      const into = change.mergedInto;
      if (shownAs(into, marks) === theme) throw new WireFault('bad_request', 'mergedInto: is a part of it already');
      // What others are shown as is held on to as well.
      await store.markTheme(site.id, await firstMark(site, into, marks), {});
    }
    await store.markTheme(site.id, await firstMark(site, theme, marks), {
      ...(change as ThemeChange),
      ...(fixed !== undefined && { fixed: fixed ? await fixedNow(site) : null }),
    });
    response.json({ ok: true });
  });

  router.get('/insights/:site/themes/raised', async (request, response) => {
    const site = await ownSite(options, request);
    const { theme } = parse(themeQuerySchema, request.query);
    const { people } = await untold(site, theme);
    const some = people.slice(0, SOME).map(({ name, conversation, email, at }) => ({
      ...{ name, conversation, mail: email !== null && desk.mailer.available, at },
    }));
    const byMail = desk.mailer.available ? people.filter(({ email }) => email !== null).length : 0;
    response.json({ people: people.length, byMail, some } satisfies ThemeRaisers);
  });

  router.post('/insights/:site/themes/tell', async (request, response) => {
    const site = await ownSite(options, request);
    const told = parse(themeTellSchema, request.body);
    // Whoever asks at the same moment comes to see what the first has planned.
    response.json({ ok: true, news: await telling.run(site.id, () => tell(site, told)) });
  });

  router.post('/insights/:site/themes/untell', async (request, response) => {
    const site = await ownSite(options, request);
    const { theme, id } = parse(themeUntellSchema, request.body);
    if (!(await store.takeBackThemeNews(site.id, id))) throw new WireFault('conflict', 'they were told already');
    const marks = await store.themeMarks(site.id);
    await store.markTheme(site.id, await firstMark(site, theme, marks), { fixed: null });
    response.json({ ok: true });
  });
  return router;

  async function tell(site: Site, { theme, text }: z.infer<typeof themeTellSchema>) {
    const marks = await store.themeMarks(site.id);
    const first = await firstMark(site, theme, marks);
    const { events, people } = await untold(site, theme);
    await store.markTheme(site.id, first, { fixed: await fixedNow(site) });
    if (people.length === 0) return null;
    const label = marks.find((mark) => mark.theme === theme)?.name ?? first.label;
    const words = Object.fromEntries(Object.entries(text).filter(([, said]) => said !== undefined));
    const news = await planThemeNews(desk, { site: site.id, theme, label, text: words, events });
    return { ...newsView(news), people: people.length };
  }

  async function fixedNow(site: Site): Promise<ThemeMark['fixed']> {
    return { at: clock.now(), event: await store.cursor(site.id) };
  }

  /** How a theme was first known: as it was marked before, or as it is now. @throws WireFault `not_found` */
  async function firstMark(site: Site, theme: string, marks: readonly ThemeMark[]) {
    const known = marks.find((mark) => mark.theme === theme);
    if (known !== undefined) return known;
    const stored = await storedThemes(store, site.id, 'z');
    const found = [...(stored?.themes ?? []), ...(stored?.known ?? [])].find(({ id }) => id === theme);
    if (found === undefined) throw new WireFault('not_found', 'no such theme');
    return { theme, since: dateIn(clock.now(), site.timeZone), anchor: found.sample, label: found.name };
  }

  /** Who raised a theme and was not told of it since. */
  async function untold(site: Site, theme: string) {
    const [marks, news] = await Promise.all([store.themeMarks(site.id), store.themeNews(site.id)]);
    const raised = (await raisedEvents(store, site.id, marks, '')).get(theme) ?? [];
    const events = untoldOf(theme, raised, marks, news);
    return { events, people: await store.raisers(site.id, events) };
  }
}
