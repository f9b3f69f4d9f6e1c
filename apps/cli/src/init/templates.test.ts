import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { lintSiteFolder, listTemplates } from '@solodesk/faq';
import { testSite } from '../faq/test.ts';
import type { SiteTestReport } from '../faq/test-report.ts';
import { findPlaces } from '../places.ts';
import { initSite } from './init.ts';

/** The share of a pack's tests that must be right, in each language. */
/** A pack without enough of them would prove little. */
const FAQS = 25;
const OUT_OF_SCOPE = 6;

const { templatesDir } = findPlaces({});
const templates = await listTemplates(templatesDir);

describe('the starter packs', () => {
  it('are those that the documentation names', () => {
    expect([...templates].sort()).toEqual(['clinic', 'courses', 'saas', 'shop']);
  });
});

describe.each(templates)('the starter pack "%s"', (template) => {
  let sitesDir: string;
  let report: SiteTestReport;

  beforeAll(async () => {
    sitesDir = mkdtempSync(join(tmpdir(), 'solodesk-pack-'));
    await initSite({ ...findPlaces({ SITES_DIR: sitesDir }) }, undefined, { template, id: 'pack', name: 'My company' });
    report = await testSite({ sitesDir, id: 'pack' }, undefined);
  });
  afterAll(() => rmSync(sitesDir, { recursive: true }));

  it('passes lint without errors, is tested whole, and by nothing that it has learned', async () => {
    const findings = await lintSiteFolder(sitesDir, 'pack');
    const unwanted = ['untested', 'test-in-phrasings', 'few-phrasings', 'wrong-language'];
    expect(findings.filter(({ severity, rule }) => severity === 'error' || unwanted.includes(rule))).toEqual([]);
  });

  it('has enough FAQs, and enough questions that it must not answer', () => {
    expect(new Set(report.tests.map(({ intent }) => intent)).size).toBeGreaterThanOrEqual(FAQS);
    for (const counts of Object.values(report.languages)) {
      expect(counts.outOfScope.total).toBeGreaterThanOrEqual(OUT_OF_SCOPE);
    }
  });

  it.each(['en', 'zh'] as const)('passes its own tests in %s, and answers nothing else', (locale) => {
    const { outOfScope } = report.languages[locale]!;
    const wrong = report.tests
      .filter((test) => test.locale === locale && !test.passed)
      .map(({ ask, expect, got, confidence }) => `${ask}: ${got} ${confidence.toFixed(2)}, not ${expect}`);
    expect(wrong).toEqual([]);
    expect(outOfScope.passed).toBe(outOfScope.total);
  });
});
