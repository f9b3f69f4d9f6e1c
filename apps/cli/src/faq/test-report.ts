import type { Locale } from '@solodesk/core';
import type { LanguageCounts, TestResult } from './run-tests.ts';

export interface SiteTestReport {
  site: string;
  name: string;
  trainSeconds: number;
  languages: Partial<Record<Locale, LanguageCounts>>;
  tests: TestResult[];
}

export interface TestReport {
  passed: number;
  failed: number;
  seconds: number;
  sites: SiteTestReport[];
}
