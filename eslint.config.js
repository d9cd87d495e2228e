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
      // `== null` asks for null and undefined at once.
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      // Three at most, and a fourth where the first three are a case (pack, answers, day) and the fourth is what is asked of it.
      'max-params': ['error', 4],
      'no-console': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // `{ unwanted: _unwanted, ...rest }` is how a key is left out; the name says what is left out.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // Expressions of z3 print themselves; their types do not say so.
      '@typescript-eslint/no-base-to-string': [
        'error',
        { ignoredTypeNames: ['Error', 'RegExp', 'URL', 'URLSearchParams', 'Expr', 'Bool', 'Arith'] },
      ],
      // Numbers in a message need no ceremony; objects and undefined still do.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      // `onChange={() => setName(value)}` reads better than a block, and returns nothing either way.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  {
    // z3 infers types that are too wide to work with; its results are narrowed where they come in.
    files: ['src/check/smt-*.ts'],
    rules: { '@typescript-eslint/no-unnecessary-type-assertion': 'off' },
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
      // `it.each` hands the columns of its table over one by one.
      'max-params': 'off',
      // `expect(object.method)` and mocks hand methods around.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
]);
