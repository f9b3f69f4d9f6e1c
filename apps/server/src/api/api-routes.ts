import type { Desk } from '@solodesk/core/use-cases';
import type { OpenCourier } from '../notices/open-courier.ts';
import { WebhookQueue } from '../notices/webhook-queue.ts';
import type { ApiRoute } from './api-route.ts';
import { appointmentRoutes } from './appointment-routes.ts';
import { conversationRoutes } from './conversation-routes.ts';
import { failedCallRoutes } from './failed-call-routes.ts';
import { customerRoutes } from './customer-routes.ts';
import { feedbackRoutes } from './feedback-routes.ts';
import { productRoutes } from './product-routes.ts';
import { recommendationRoutes } from './recommendation-routes.ts';
import { recordRoutes } from './record-routes.ts';
import { insightRoutes } from './insight-routes.ts';
import { storedFeedbackRoutes } from './stored-feedback-routes.ts';
import { surveyRoutes } from './survey-routes.ts';
import { ticketRoutes } from './ticket-routes.ts';
import { webhookRoutes } from './webhook-routes.ts';

export interface ApiParts {
  desk: Desk;
  notices: OpenCourier;
  /** Products of a site were written or removed. */
  onProducts(site: string): void;
}

/** Every route that needs a key, in the order of the documentation. */
export function apiRoutes({ desk, notices, onProducts }: ApiParts): ApiRoute[] {
  const { store, clock, ids } = desk;
  const queue = new WebhookQueue({ store, webhooks: notices.webhooks, clock });
  return [
    ...ticketRoutes(desk),
    ...customerRoutes(store, desk.clock),
    ...productRoutes(store, onProducts),
    ...recordRoutes({ store, clock, ids, onProducts }),
    ...appointmentRoutes(desk),
    ...conversationRoutes(store),
    ...surveyRoutes(store),
    ...recommendationRoutes(desk),
    ...insightRoutes(store),
    ...feedbackRoutes(desk),
    ...storedFeedbackRoutes(desk),
    ...webhookRoutes(notices, { clock, ids, queue }),
    ...failedCallRoutes(notices, queue),
  ];
}
