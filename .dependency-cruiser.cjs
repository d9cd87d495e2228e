/**
 * Who may import whom. Data flows up, imports point down:
 *
 *   ui → plans → interview → checklist → assessment → rules
 *   cli → check → assessment → rules
 *   texts stands beside them; only ui and cli speak. Nothing imports ui or cli, except scripts, which may import cli.
 */
const layers = {
  rules: [],
  assessment: ['rules'],
  checklist: ['assessment', 'rules'],
  texts: ['checklist', 'assessment', 'rules'],
  check: ['assessment', 'rules'],
  interview: ['checklist', 'assessment', 'rules'],
  plans: ['interview', 'checklist', 'assessment', 'rules'],
  ui: ['plans', 'texts', 'interview', 'checklist', 'assessment', 'rules'],
  cli: ['check', 'texts', 'checklist', 'assessment', 'rules'],
};

const arrows = Object.entries(layers).map(([layer, below]) => ({
  name: `${layer}-looks-down`,
  comment: `src/${layer} may import ${below.join(', ') || 'no other folder'}. Pass what it needs as an argument, or move the code down.`,
  severity: 'error',
  from: { path: `^src/${layer}/` },
  to: { path: '^src/', pathNot: [layer, ...below].map((name) => `^src/${name}/`) },
}));

const fence = (name, comment, [from, to]) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    ...arrows,
    fence('no-other-folders', 'Every file of src belongs to a layer; a new folder needs a line in the table above.', [
      { path: '^(src|scripts|tests)/' },
      { path: '^src/', pathNot: Object.keys(layers).map((layer) => `^src/${layer}/`) },
    ]),
    fence('through-the-front-door', 'Enter another folder by its index.ts (rules also by parse.ts), so that what is behind it can move.', [
      { path: '^src/([^/]+)/' },
      { path: '^src/', pathNot: ['^src/$1/', '^src/[^/]+/index[.]ts$', '^src/rules/parse[.]ts$'] },
    ]),
    fence('not-through-your-own-door', 'Inside a folder import the file itself: a detour over its index.ts makes a cycle.', [
      { path: '^src/([^/]+)/', pathNot: '/index[.]ts$' },
      { path: '^src/$1/(index|parse)[.]ts$' },
    ]),
    fence(
      'raw-packs-only-where-files-are-read',
      'src/rules/parse.ts brings zod along (76 kB): only what never reaches the web bundle may enter there.',
      [{ path: '^src/', pathNot: '^src/(cli|check)/' }, { path: '^src/rules/parse[.]ts$' }],
    ),
    fence(
      'schemas-only-where-packs-are-parsed',
      'Outside of parsing, import the types of a schema, not the schema: zod must stay out of the web bundle.',
      [
        { path: '^src/', pathNot: '^src/rules/(schema/|parse|link-)' },
        { path: '^src/rules/schema/', dependencyTypesNot: ['type-only'] },
      ],
    ),
    fence(
      'zod-whole-only-where-packs-are-parsed',
      'In the browser use zod/mini: zod whole costs 76 kB and breaks the Content-Security-Policy.',
      [
        { path: '^src/', pathNot: '^src/(rules/(schema/|parse)|cli/)' },
        { path: 'node_modules/zod/', pathNot: 'node_modules/zod/(v4/)?mini/', dependencyTypesNot: ['type-only'] },
      ],
    ),
    fence('pure-below-the-interview', 'Same input, same output: no framework below src/interview.', [
      { path: '^src/(rules|assessment|checklist)/' },
      { path: 'node_modules/(react|react-dom|react-hook-form|wouter|xstate|@xstate|i18next|react-i18next|idb)/' },
    ]),
    fence('react-only-in-ui', 'The pages say how; everything else works without them.', [
      { path: '^src/', pathNot: '^src/ui/' },
      { path: 'node_modules/(react|react-dom|react-hook-form|wouter|@xstate/react|react-i18next)/' },
    ]),
    fence('node-only-in-cli', 'Everything else runs in a browser. Reading files is the job of src/cli and scripts/.', [
      { path: '^src/', pathNot: '^src/cli/' },
      { dependencyTypes: ['core'] },
    ]),
    fence(
      'data-comes-in-as-an-argument',
      'Packs and texts are loaded in src/ui/packs.ts and by the command line; everything else is given them.',
      [{ path: '^src/', pathNot: '^src/ui/(packs|languages)[.]ts$' }, { path: '^(rules|locales)/' }],
    ),
    fence('no-test-code-in-the-program', 'What the program needs does not live in tests/.', [
      { path: '^(src|scripts)/' },
      { path: '^tests/' },
    ]),
    fence('no-scripts-in-the-program', 'What the program needs does not live in scripts/.', [{ path: '^src/' }, { path: '^scripts/' }]),
    fence('no-cycles', 'Two files that need each other are one file, or three.', [
      {},
      // Types may refer to each other: they are gone when the program runs.
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ]),
  ],
  options: { doNotFollow: { path: 'node_modules' }, tsPreCompilationDeps: true, tsConfig: { fileName: 'tsconfig.json' } },
};
