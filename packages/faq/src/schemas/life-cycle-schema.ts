import { DEFAULT_LIFE_RULES } from '@solodesk/core';
import { z } from 'zod';

const days = (usual: number, what: string) => z.number().int().min(1).max(3650).default(usual).describe(what);
const usual = DEFAULT_LIFE_RULES;

/** Who is a lead, new, active, at risk, lost and won back. */
export const lifeCycle = z
  .strictObject({
    leadDays: days(usual.leadDays, 'A lead has asked for something within so many days, and bought nothing yet.'),
    newDays: days(usual.newDays, 'A customer is new for so many days after the first order.'),
    atRiskDays: days(usual.atRiskDays, 'At risk so many days after the last order.'),
    churnedDays: days(usual.churnedDays, 'Lost so many days after the last order; more than "atRiskDays".'),
    wonBackDays: days(usual.wonBackDays, 'Won back for so many days after an order of somebody who was lost.'),
  })
  .superRefine(({ atRiskDays, churnedDays }, context) => {
    if (churnedDays > atRiskDays) return;
    const message = 'must be more than "atRiskDays": who is lost was at risk before';
    context.addIssue({ code: 'custom', path: ['churnedDays'], message });
  });
