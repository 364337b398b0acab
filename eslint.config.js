import js from '@eslint/js';
import boundaries from 'eslint-plugin-boundaries';
import svelte from 'eslint-plugin-svelte';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';
import * as importTable from './eslint.boundaries.js';
import svelteConfig from './svelte.config.js';

const SQLITE_DRIVER = 'src/lib/server/store/sqlite/driver.ts';
const ONE_DRIVER = `libsql ends the whole process on a parameter that is not an array: only ${SQLITE_DRIVER} may touch it.`;

export default defineConfig(
  globalIgnores([
    'build/',
    '.svelte-kit/',
    'node_modules/',
    'data/',
    '.cache/',
    'test-results/',
    'playwright-report/',
    'static/',
  ]),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    name: 'sheaf/components',
    files: ['**/*.svelte', '**/*.svelte.ts'],
    extends: [js.configs.recommended, ts.configs.recommendedTypeChecked, svelte.configs.recommended],
    languageOptions: {
      globals: globals.browser,
      parserOptions: {
        parser: ts.parser,
        svelteConfig,
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.svelte'],
      },
    },
    rules: {
      'no-undef': 'off', // TypeScript knows better
      'no-console': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Sheaf stands at the root of its own host, so there is no base path to resolve, and src/lib knows nothing of $app.
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
  // oxlint knows no components. What it can say about modules is in .oxlintrc.json, with the same names; here, how they are read.
  {
    name: 'sheaf/modules',
    files: ['**/*.{ts,js,mjs}'],
    extends: [ts.configs.disableTypeChecked],
    languageOptions: { parser: ts.parser },
  },
  {
    name: 'sheaf/import-table',
    files: ['src/**', 'service-worker/**'],
    plugins: { boundaries },
    settings: importTable.settings,
    rules: importTable.rules,
  },
  {
    name: 'sheaf/one-sqlite-driver',
    ignores: [SQLITE_DRIVER],
    rules: {
      'no-restricted-imports': [
        'error',
        { paths: [{ name: 'libsql', message: ONE_DRIVER }], patterns: [{ group: ['libsql/*'], message: ONE_DRIVER }] },
      ],
      'no-restricted-syntax': ['error', { selector: 'ImportExpression[source.value=/^libsql/]', message: ONE_DRIVER }],
    },
  },
);
