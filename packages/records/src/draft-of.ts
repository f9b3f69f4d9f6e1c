import type { ContactDraft, FeedbackDraft, OrderDraft, ProductDraft, SpendDraft } from '@solodesk/core';

/** What a checked record of each kind is. */
export interface DraftOf {
  products: ProductDraft;
  orders: OrderDraft;
  customers: ContactDraft;
  spend: SpendDraft;
  feedback: FeedbackDraft;
}

/** What is wrong with one field, named by its path (`lines.0.price`); '' is the record as a whole. */
export interface FieldProblem {
  field: string;
  reason: string;
}
