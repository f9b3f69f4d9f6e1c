import type { Log, Store } from '@solodesk/core';
import { Router } from 'express';

/** `/healthz`: the process lives. `/readyz`: it takes work and can read and write its store. */
export function healthRoutes(store: Store, log: Log, accepting: () => boolean): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.json({ ok: true });
  });
  router.get('/readyz', async (_request, response) => {
    if (!accepting()) return void response.status(503).json({ ok: false, reason: 'not taking work' });
    try {
      await store.check();
      response.json({ ok: true });
    } catch (cause) {
      log.warn({ err: cause }, 'not ready');
      response.status(503).json({ ok: false, reason: 'the store cannot be written' });
    }
  });
  return router;
}
