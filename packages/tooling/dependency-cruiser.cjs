/** The import rules of the house (README, "Architecture"): levels point downwards only, and never in a circle. */
const ADAPTERS = '^packages/(nlu|faq|records|store-[a-z]+|bus-[a-z]+|notify|files)/';

/** @param {string} name @param {string} from @param {string} allowed everything of ours that may be imported */
const only = (name, from, allowed) => ({
  name,
  severity: 'error',
  from: { path: from, pathNot: '\\.test\\.tsx?$' },
  to: { path: '^(packages|apps|e2e)/', pathNot: allowed },
});

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    only('protocol-imports-nothing', '^packages/protocol/', '^packages/protocol/'),
    only('core-imports-nothing', '^packages/core/', '^packages/core/'),
    only('text-model-imports-nothing', '^packages/text-model/', '^packages/text-model/'),
    only('recommender-imports-nothing', '^packages/recommender/', '^packages/recommender/'),
    only('analytics-imports-text-model', '^packages/analytics/', '^packages/(analytics|text-model)/'),
    only('domain-imports-domain', '^packages/core/src/domain/', '^packages/core/src/domain/'),
    only('ports-import-domain', '^packages/core/src/ports/', '^packages/core/src/(domain|ports)/'),
    only('use-cases-import-inwards', '^packages/core/src/use-cases/', '^packages/core/src/(domain|ports|use-cases)/'),
    {
      name: 'use-cases-only-from-apps',
      severity: 'error',
      // An adapter serves core's ports, and sets nothing going by itself; `records` writes out what a use-case has collected.
      from: { path: '^packages/', pathNot: '^packages/(core|records)/' },
      to: { path: '^packages/core/src/use-cases/' },
    },
    only('nlu-imports-core', '^packages/nlu/', '^packages/(nlu|core|text-model)/'),
    only('faq-imports-core', '^packages/faq/', '^packages/(faq|core)/'),
    only('records-imports-core', '^packages/records/', '^packages/(records|core)/'),
    only('store-sqlite-imports-core', '^packages/store-sqlite/', '^packages/(store-sqlite|core)/'),
    only('store-postgres-imports-core', '^packages/store-postgres/', '^packages/(store-postgres|core)/'),
    only('bus-redis-imports-core', '^packages/bus-redis/', '^packages/(bus-redis|core)/'),
    only('notify-imports-core', '^packages/notify/', '^packages/(notify|core)/'),
    only('files-imports-core', '^packages/files/', '^packages/(files|core)/'),
    only('client-imports-protocol', '^packages/client/', '^packages/(client|protocol)/'),
    only('ui-imports-client-types', '^packages/ui/', '^packages/(ui|client)/'),
    only(
      'widget-sees-visitor-side',
      '^apps/widget/',
      '^(apps/widget|packages/(client|ui)|packages/protocol/src/(visitor|shared))/',
    ),
    only('console-sees-both-sides', '^apps/console/', '^(apps/console|packages/(client|ui|protocol))/'),
    {
      name: 'no-app-imports-another',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'adapters-only-at-the-edge',
      severity: 'error',
      from: { path: '^(packages|apps)/', pathNot: `${ADAPTERS}|^apps/(server|insights-job|cli|bench)/` },
      to: { path: ADAPTERS },
    },
    {
      name: 'no-testing-code-in-production',
      severity: 'error',
      from: { pathNot: '\\.test\\.tsx?$|/testing/|^e2e/|^apps/bench/' },
      to: { path: '/src/testing/' },
    },
    {
      name: 'nothing-unresolved',
      severity: 'error',
      // These stand in for modules of socket.io's packages, and import their neighbours there.
      from: { pathNot: '^apps/widget/text-socket/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.tsc)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.css', '.cjs'],
    },
  },
};
