/** The floors of the house (docs/architecture.md): imports point down, rooms of L1 are strangers. */
const L0 = ['domain', 'exchange'];
const L1 = ['lookalike', 'landing', 'list', 'navigation'];
const L2 = ['verdict'];
const L3 = ['page', 'history', 'settings', 'messaging', 'sync', 'export', 'study', 'trail'];
const room = (names) => `^utils/(${names.join('|')})/`;

const above = (name, from, to) => ({
  name,
  severity: 'error',
  from: { path: room(from) },
  to: { path: room(to) },
});

export default {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    above('L0-looks-up', L0, [...L1, ...L2, ...L3]),
    above('L1-looks-up', L1, [...L2, ...L3]),
    above('L2-looks-up', L2, L3),
    {
      name: 'utils-look-up',
      severity: 'error',
      from: { path: '^utils/' },
      to: { path: '^(entrypoints|components|cli)/' },
    },
    {
      name: 'components-are-props-only',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: '^(entrypoints|cli)/|webextension-polyfill|^utils/(page|sync|messaging|settings)/' },
    },
    {
      name: 'nothing-imports-entrypoints',
      severity: 'error',
      from: { pathNot: '^(entrypoints|tests)/' },
      to: { path: '^entrypoints/' },
    },
    ...L1.map((name) => ({
      name: `L1-${name}-is-a-stranger`,
      severity: 'error',
      from: { path: room([name]) },
      to: { path: room(L1.filter((other) => other !== name)) },
    })),
    {
      name: 'pure-rooms-know-no-browser',
      severity: 'error',
      from: { path: room([...L0, ...L1, ...L2]) },
      to: {
        path: 'webextension-polyfill|/idb/|/preact/|^wxt|/wxt/|^node:|/(fs|path|child_process)$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'one-door-to-tldts',
      severity: 'error',
      from: { path: '^(utils|components|entrypoints)/', pathNot: '^utils/domain/registrable-domain\\.ts$' },
      to: { path: 'tldts' },
    },
    {
      name: 'content-stays-light',
      severity: 'error',
      from: { path: '^(entrypoints/observe|utils/page/)' },
      to: { path: 'tldts|^utils/(list|lookalike|verdict|sync|history)/', dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    exclude: { path: '^(\\.output|\\.wxt)' },
  },
};
