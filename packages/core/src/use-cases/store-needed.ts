/**
 * Not a failure: deciding waits for nothing from outside, and this decision needs something of the store to go on. It is read, and the decision
 * is made anew with it; so no other decision waits for a question that it does not ask.
 */
export abstract class StoreNeeded extends Error {}
