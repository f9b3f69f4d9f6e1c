import type { Log, Store } from '@solodesk/core';
import { Router } from 'express';
import type { Intake } from '../intake.ts';

/** `/healthz`: the process lives. `/readyz`: it takes work and can read and write its store. */
export function healthRoutes(store: Store, log: Log, intake: Intake): Router {
  const router = Router();
  let underWay: Promise<void> | null = null;
  // A check is a real write: however many ask at a time, one is made.
  const check = (): Promise<void> => (underWay ??= store.check().finally(() => (underWay = null)));
  router.get('/healthz', (_request, response) => {
    response.json({ ok: true });
  });
  router.get('/readyz', async (_request, response) => {
    if (!intake.isOpen) {
      return void response.status(503).json({ ok: false, fault: 'stopping', reason: 'not taking work' });
    }
    try {
      await check();
      response.json({ ok: true });
    } catch (cause) {
      log.warn({ err: cause }, 'not ready');
      response.status(503).json({ ok: false, fault: 'storage', reason: 'the store cannot be written' });
    }
  });
  return router;
}
