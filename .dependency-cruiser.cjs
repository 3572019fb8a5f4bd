/** Who may import whom. `npm run layers` fails on every import that is not allowed here. */
const only = (name, from, allowed) => ({ name, severity: 'error', from: { path: from }, to: { pathNot: allowed } })
const npm = (...names) => `node_modules/(${names.join('|')})/`

module.exports = {
  forbidden: [
    only('shared imports nothing outside itself', '^shared/(?!word/|sheets/|report/|desktop/|templates/|ledger/)', [
      '^shared/',
    ]),
    only(
      'shared/report may also use valibot (validation), the character table of opencc-js, marked (Markdown)',
      '^shared/report/',
      ['^shared/', npm('valibot', 'opencc-js', 'marked')],
    ),
    only(
      'shared/desktop, shared/templates and shared/ledger may also use valibot (validation)',
      '^shared/(desktop|templates|ledger)/',
      ['^shared/', npm('valibot')],
    ),
    only('shared/sheets may also use hucre, the spreadsheet library', '^shared/sheets/', ['^shared/', npm('hucre')]),
    only('shared/word may also use docx, saxes and zip', '^shared/word/', ['^shared/', npm('docx', 'saxes', 'fflate')]),
    only('renderer imports shared and user-interface libraries', '^renderer/', [
      '^(renderer|shared)/',
      npm(
        'react',
        'react-dom',
        'slate',
        'slate-[a-z]+',
        'i18next',
        'react-i18next',
        '@ariakit/[a-z-]+',
        'lucide-react',
        'vite',
        '@types/[a-z-]+',
      ),
    ]),
    only('electron imports shared, Node and its own libraries', '^electron/(?!browser-runtime/)', [
      '^(electron|shared)/',
      '^(node:)?[a-z_/]+$',
      npm('electron', 'electron-store', 'conf', 'i18next', 'valibot', 'yauzl', 'fflate', '@types/yauzl'),
    ]),
    only('browser-runtime may also use playwright-core', '^electron/browser-runtime/', [
      '^electron/browser-runtime/',
      '^electron/services/process-identity\\.ts$',
      '^shared/',
      '^(node:)?[a-z_/]+$',
      npm('playwright-core', 'electron'),
    ]),
    only('templates are data', '^templates/', ['^templates/']),
    {
      name: 'the electron module stays in main, preload, windows, menu and desktop',
      severity: 'error',
      from: {
        path: '^(electron|renderer|shared|templates)/',
        pathNot: '^electron/(main|preload)\\.ts$|^electron/(windows|menu|desktop|browser-runtime)/',
      },
      to: { path: '(^|node_modules/)electron(/|$)', pathNot: '^electron/' },
    },
    {
      name: 'no network',
      severity: 'error',
      from: { path: '^(electron|renderer|shared)/' },
      to: { path: '^(node:)?(http|https|http2|net|tls|dgram|dns)(/|$)' },
    },
    { name: 'no cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'every import resolves', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no file that nobody imports',
      severity: 'error',
      from: {
        orphan: true,
        pathNot:
          '\\.d\\.ts$|^electron/(main|preload|cli/)|\\.test\\.ts$|\\.config\\.(ts|js)$|^scripts/|^test/(e2e|bench)/|^test/support/no-electron\\.ts$',
      },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|out)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
