// @ts-check
import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import boundaries from 'eslint-plugin-boundaries';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { importX } from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { serverBoundaries } from './boundaries.mjs';

const TESTS = ['**/*.test.{ts,tsx}', '**/*.test-d.ts', '**/test/**', '**/testing/**'];

/**
 * One wall by package name: a room imports no package that one of the bans matches. A later wall for the same files
 * replaces an earlier one, so that a narrower one repeats the wider one's bans.
 *
 * @param {string} room
 * @param {...{ regex: string, message: string }} bans
 * @returns {import('eslint').Linter.Config}
 */
function packageWall(room, ...bans) {
  return {
    files: [`packages/${room}/**/*.{ts,tsx}`],
    ignores: TESTS,
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns: bans }] },
  };
}

const SERVER_BAN = {
  regex: '^(react|react-dom|preact|@floating-ui)(/|$)|^@whatsapp-optin/(?!sdk/contract$)',
  message: 'The server takes only @whatsapp-optin/sdk/contract.',
};

/**
 * Walls by path, within a package and across: nothing under `target` imports anything under one of `sources`.
 *
 * @param {string} target
 * @param {readonly string[]} sources
 * @param {string} message
 */
function pathWall(target, sources, message) {
  return sources.map((from) => ({ target: `./packages/${target}`, from: `./packages/${from}`, message }));
}

const PATH_WALLS = [
  ...pathWall(
    'sdk/src/contract/!(index).ts',
    ['sdk/src/!(contract)/**', 'sdk/src/*.ts'],
    'The wire contract stands alone.',
  ),
  ...pathWall('sdk', ['!(sdk)/**'], 'The core knows no other room.'),
  ...pathWall('react', ['!(react|sdk)/**'], 'react renders the card of the sdk.'),
  ...pathWall('react/src/*.{ts,tsx}', ['react/src/badge/**'], 'A ticket page never loads the badge of staff.'),
  ...pathWall('react/src/badge', ['react/src/*.{ts,tsx}'], 'The badge never loads the prompt.'),
  ...pathWall('admin', ['!(admin|sdk)/**'], 'The dashboard takes the sdk alone.'),
  ...pathWall('web-component', ['!(web-component|sdk)/**'], 'web-component renders the card of the sdk.'),
  ...pathWall('server/src', ['!(server|sdk|admin)/**'], 'The server knows no page and no simulator.'),
  ...pathWall('server/src/admin-app', ['server/src/!(admin-app)/**'], 'The page speaks to the server over HTTP.'),
  ...pathWall('server/src/!(admin-app)/**', ['server/src/admin-app/**'], 'The server serves the built page.'),
  ...pathWall('simulator', ['server/**'], 'The simulator stands in for vendors; it knows nothing of the server.'),
];

const BANNED_SYNTAX = [
  { selector: 'ExportAllDeclaration', message: 'Name what is exported: an index is a shop window.' },
  { selector: 'TSEnumDeclaration', message: 'A union of strings says the same and needs no code.' },
  {
    selector: 'AssignmentExpression > MemberExpression.left[property.name=/^(innerHTML|outerHTML|srcdoc)$/]',
    message: 'Build nodes; markup from text opens the page to injection and breaks Trusted Types.',
  },
  {
    selector: 'CallExpression[callee.property.name=/^(insertAdjacentHTML|setHTMLUnsafe|createContextualFragment)$/]',
    message: 'Build nodes; markup from text opens the page to injection and breaks Trusted Types.',
  },
  {
    selector: 'CallExpression[callee.object.name="document"][callee.property.name=/^writeln?$/]',
    message: 'Build nodes.',
  },
  { selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]', message: 'Build nodes.' },
];

export default defineConfig(
  globalIgnores([
    '**/dist/**',
    '**/node_modules/**',
    '**/.whatsapp-optin/**',
    'test-results/**',
    'storybook-static/**',
    'docs/.vitepress/cache/**',
    'docs/api/**',
    'coverage/**',
    // Programs of a host, with compilers and packages of their own: `npm run test:examples` type checks them.
    'examples/{next,svelte,vite-express,vue}/**/*.{ts,tsx}',
    // Made by openapi-typescript.
    'packages/server/test/openapi/api-types.d.ts',
  ]),
  {
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' },
  },
  js.configs.recommended,
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: { globals: globals.node },
  },
  {
    // Pages of the simulator and of the demo, and the example of a service worker, served as they are.
    files: [
      'packages/simulator/assets/**/*.js',
      'examples/demo/pages/**/*.js',
      'examples/kiosk/kiosk.js',
      'examples/service-worker.js',
      'bench/front-end/*.mjs',
    ],
    languageOptions: { globals: globals.browser },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    plugins: { 'import-x': importX },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    settings: {
      'import-x/extensions': ['.ts', '.tsx', '.mjs', '.js'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
      // Without this resolver no-cycle and no-restricted-paths report nothing, and nothing says so.
      'import-x/resolver-next': [
        createTypeScriptImportResolver({
          project: 'tsconfig.json',
          conditionNames: ['source', 'types', 'import', 'node', 'require', 'default'],
        }),
      ],
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // Factories return closures here, so that a method may be handed over as a value; ports promise a Promise where one
      // side has nothing to wait for; and a key of known words "or any string" is how an editor completes the known ones.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-redundant-type-constituents': 'off',
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-restricted-paths': ['error', { zones: PATH_WALLS }],
      'max-lines': ['error', { max: 300 }],
      'max-params': ['error', 4],
      'no-restricted-syntax': ['error', ...BANNED_SYNTAX],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      eqeqeq: 'error',
    },
  },
  packageWall('sdk/src', {
    regex: '^(react|react-dom|preact|@floating-ui)(/|$)|^node:|^@whatsapp-optin/',
    message: 'The core knows no framework, no server and no Node.',
  }),
  packageWall('sdk/src/panel', {
    regex: '^(react|react-dom|preact)(/|$)|^node:|^@whatsapp-optin/',
    message: 'A panel is placed by @floating-ui/dom; it knows no framework, no server and no Node.',
  }),
  packageWall('react/src', {
    regex: '^(preact|@floating-ui)(/|$)|^node:|^@whatsapp-optin/(?!sdk(/|$))',
    message: 'react imports React and the public sdk only.',
  }),
  packageWall('admin/src', {
    // What it may import, by name; everything else is refused.
    regex:
      '^(?!\\.{1,2}/|react$|@whatsapp-optin/sdk(/(contract|badge|styles))?$|@tanstack/react-(query|table|virtual)$|cmdk$|' +
      '@visx/(scale|shape)$|i18next$|react-i18next$)',
    message: 'admin imports React, the sdk and the libraries of its package.json only.',
  }),
  packageWall('web-component/src', {
    regex: '^(react|react-dom)(/|$)|^node:|^@whatsapp-optin/(?!sdk(/|$))',
    message: 'web-component imports Preact and the public sdk only.',
  }),
  {
    // The same names as the entry of the browser.
    files: ['packages/react/src/node.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    // The header of the class is the element's manifest, which tools read.
    files: ['packages/web-component/src/whatsapp-optin-element.ts'],
    rules: { 'max-lines': ['error', { max: 300, skipComments: true }] },
  },
  {
    // Types alone, for hosts that write the element in JSX or in templates: two of the libraries declare elements in a namespace.
    files: ['packages/web-component/src/{{react,preact}-jsx,vue,svelte}.ts'],
    rules: { '@typescript-eslint/no-restricted-imports': 'off', '@typescript-eslint/no-namespace': 'off' },
  },
  packageWall('server/src', SERVER_BAN),
  {
    // `whatsapp-optin dev` starts the simulator, where the host has installed it.
    files: ['packages/server/src/cli/dev-command.ts'],
    rules: { '@typescript-eslint/no-restricted-imports': 'off', 'import-x/no-restricted-paths': 'off' },
  },
  packageWall('server/src/admin-app', {
    regex: '^(?!\\.{1,2}/|react$|react/|react-dom/|@whatsapp-optin/admin$)',
    message: 'The page at /admin is made of @whatsapp-optin/admin.',
  }),
  serverBoundaries([...TESTS, '**/fixtures/**'], boundaries),
  packageWall('simulator/src', {
    regex: '^@whatsapp-optin/(?!sdk(/|$))',
    message: 'The simulator stands in for vendors; it knows nothing of the server.',
  }),
  {
    files: ['packages/sdk/src/**/*.ts'],
    ignores: [
      'packages/sdk/src/{browser,page}-platform.ts',
      'packages/sdk/src/push/browser-push-platform.ts',
      ...TESTS,
    ],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['window', 'document', 'navigator', 'localStorage', 'sessionStorage', 'location', 'history', 'self'],
        ...[
          'fetch',
          'EventSource',
          'setTimeout',
          'setInterval',
          'requestAnimationFrame',
          'process',
          'Buffer',
          'require',
        ],
      ],
    },
  },
  {
    files: ['packages/react/src/*.{ts,tsx}'],
    ignores: TESTS,
    rules: {
      'no-restricted-globals': [
        'error',
        'fetch',
        'EventSource',
        'setTimeout',
        'setInterval',
        'localStorage',
        'sessionStorage',
      ],
    },
  },
  {
    files: ['packages/{react,admin}/**/*.{ts,tsx}', 'examples/**/*.tsx', 'stories/**/*.tsx'],
    extends: [reactHooks.configs.flat.recommended],
  },
  {
    // One opt-in for one identity: what else is in the settings changes it, and makes no other.
    files: ['packages/react/src/use-opt-in.ts'],
    rules: { 'react-hooks/exhaustive-deps': 'off' },
  },
  {
    // The rule speaks to React's compiler, which is not used here; nothing of TanStack Virtual is handed on.
    files: ['packages/admin/src/table/data-table.tsx'],
    rules: { 'react-hooks/incompatible-library': 'off' },
  },
  {
    files: ['packages/sdk/src/locales/**', 'packages/admin/src/words/{en,ar}*.ts', '**/fixtures/**'],
    rules: { 'max-lines': 'off' },
  },
  {
    files: TESTS,
    rules: {
      'max-lines': 'off',
      'no-restricted-syntax': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
);
