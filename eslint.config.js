import eslint from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Type-aware and strict; every deviation stands below with its reason. */
export default defineConfig([
  globalIgnores(['dist/', 'coverage/', '.cache/', '**/*.generated.ts']),
  {
    files: ['**/*.{ts,tsx}'],
    extends: [eslint.configs.recommended, tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'max-params': ['error', 3],
      'no-console': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // Numbers in a message need no ceremony; objects and undefined still do.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      // `onChange={() => setName(value)}` reads better than a block, and returns nothing either way.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // "All parts of a constructor's parameters": a class with private fields and no method is how faults are collected.
      '@typescript-eslint/no-extraneous-class': 'off',
    },
  },
  {
    files: ['src/ui/**/*.{ts,tsx}', 'tests/ui/**/*.tsx'],
    extends: [reactHooks.configs.flat.recommended],
  },
  {
    // The command line and the scripts talk to a terminal.
    files: ['src/cli/**/*.ts', 'scripts/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['tests/**/*.{ts,tsx}'],
    rules: {
      // A test reads a value that it has just put there; a wrong one fails the test, which is what it is for.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // `expect(object.method)` and mocks hand methods around.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
]);
