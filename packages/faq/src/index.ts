export { addFaqs } from './editing/add-faqs.ts';
export { addSite } from './editing/add-site.ts';
export { changeFaqs, previewFaqChange, undoEdit } from './changes/change-faqs.ts';
export type { FaqChangeResult, FaqPreview } from './changes/change-faqs.ts';
export { formOf } from './changes/faq-change.ts';
export type { AnswerForm, FaqChange, FaqForm, VariantForm } from './changes/faq-change.ts';
export { faqRows } from './changes/faq-rows.ts';
export type { FaqRow } from './changes/faq-rows.ts';
export type { FaqRefusal } from './changes/faq-refusal.ts';
export { outOfScopeRows } from './changes/out-of-scope-rows.ts';
export type { OutOfScopeRow } from './changes/out-of-scope-rows.ts';
export { withLastGood } from './articles/check-articles.ts';
export type { ArticlesReading } from './articles/check-articles.ts';
export { createArticleLoader, loadArticles } from './articles/load-articles.ts';
export { COMMON_TOPICS } from './common-topics.ts';
export type { EditResult } from './editing/edit-result.ts';
export type { Edit } from './editing/edit-site-file.ts';
export type { FaqEntry, FaqFile } from './schemas/faq-schema.ts';
export type { FormFile } from './schemas/form-schema.ts';
export type { FileProblem } from './file-problem.ts';
export { lintSite } from './lint/lint-site.ts';
export { lintSiteFolder } from './lint/lint-site-folder.ts';
export type { AskForLink, LinkAnswer } from './lint/online-links.ts';
export type { LintFinding } from './lint/lint-site.ts';
export type { LintRule, Severity } from './lint/lint-rule.ts';
export { RULES } from './lint/rules.ts';
export { listSiteIds, loadSite } from './load-site.ts';
export type { SiteReading } from './check-site.ts';
export {
  faqJsonSchema,
  formJsonSchema,
  productsJsonSchema,
  siteJsonSchema,
  surveyJsonSchema,
} from './schemas/published-schemas.ts';
export type { JsonSchema } from './schemas/published-schemas.ts';
export { phrasingLibrary } from './phrasing-library.ts';
export { readPriority } from './read-priority.ts';
export { KeptSites } from './kept-sites.ts';
export { readSiteFiles } from './site-files.ts';
export type { SiteFiles, SourceFile } from './site-files.ts';
export { createSiteLoader } from './site-loader.ts';
export type { RunInSlices } from './site-loader.ts';
export { addSiteFromTemplate, listTemplates } from './editing/site-template.ts';
export { chineseProblem } from './settings/chinese-problem.ts';
export { checkSettings, readSettings, saveSettings, settingDefaults } from './settings/site-settings.ts';
export type { SettingsCheck, SettingsSaving, SiteSettings } from './settings/site-settings.ts';
export type { SettingDraft, SettingProblem } from './settings/setting-draft.ts';
export { siteExamples } from './schemas/site-examples.ts';
export type { SiteExample } from './schemas/site-examples.ts';
export { siteTests } from './site-tests.ts';
export type { SiteTest } from './site-tests.ts';
export { checkSite } from './check-site.ts';
export { contactFilter, contactFilterEntry, contactFilterFrom } from './schemas/segment-schema.ts';
export type { ContactFilterEntry } from './schemas/segment-schema.ts';
export { isSiteId } from './site-id.ts';
export type { SiteJson } from './schemas/site-schema.ts';
export { updateSiteJson } from './editing/update-site-json.ts';
export type { SitePatch } from './editing/update-site-json.ts';
export { watchSites } from './watch-sites.ts';
export type { SitesWatch, WatchOptions } from './watch-sites.ts';
export { writeFileAtomically } from './editing/write-file-atomically.ts';
export type { WriteCondition } from './editing/write-file-atomically.ts';
