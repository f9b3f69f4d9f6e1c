import type {
  ContactCorrection,
  ContactDraft,
  FeedbackDraft,
  OrderDraft,
  ProductDraft,
  RecordKind,
  SpendDraft,
} from '@solodesk/core';

/** What is imported or sent, and what is typed of one contact by hand. */
export type CheckedKind = RecordKind | 'corrections';

/** What a checked record of each kind is. */
export interface DraftOf {
  products: ProductDraft;
  orders: OrderDraft;
  customers: ContactDraft;
  spend: SpendDraft;
  feedback: FeedbackDraft;
  corrections: ContactCorrection;
}

/** What is wrong with one field, named by its path (`lines.0.price`); '' is the record as a whole. */
export interface FieldProblem {
  field: string;
  reason: string;
}
