/** As much of a test runner as the contract needs; jest's globals fit. */
export interface TestKit {
  describe(name: string, body: () => void): void;
  it(name: string, body: () => Promise<void>): void;
  beforeEach(body: () => Promise<void>): void;
  afterEach(body: () => Promise<void>): void;
  expect(actual: unknown): Expectation & { not: Expectation; rejects: PromisedExpectation };
}

interface Expectation {
  toBe(expected: unknown): void;
  toEqual(expected: unknown): void;
  toMatchObject(expected: object): void;
  toHaveLength(expected: number): void;
  toBeNull(): void;
  toBeGreaterThan(expected: number): void;
  toBeLessThan(expected: number): void;
}

interface PromisedExpectation {
  toMatchObject(expected: object): Promise<void>;
}
