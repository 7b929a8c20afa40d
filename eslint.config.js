import js from '@eslint/js'
import prettier from 'eslint-config-prettier'
import svelte from 'eslint-plugin-svelte'
import globals from 'globals'
import ts from 'typescript-eslint'
import svelteConfig from './svelte.config.js'

export default ts.config(
  { ignores: ['build', '.svelte-kit', 'test-results', 'playwright-report', 'static'] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  prettier,
  ...svelte.configs.prettier,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      'no-undef': 'off',
      'no-console': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      // { left: _, ...rest } is how a key is taken out of an object without changing it.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, varsIgnorePattern: '^_$' }],
      // Maps held in $state.raw are replaced, never changed.
      'svelte/prefer-svelte-reactivity': 'off',
      // Features do not know the router: pages resolve the addresses and hand them in.
      'svelte/no-navigation-without-resolve': 'off'
    }
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } }
  },
  {
    // The scripts that talk to a person in a terminal.
    files: ['tests/bench/**', 'tests/engines/**', 'tests/faults/**', 'tests/fuzz/**'],
    rules: { 'no-console': 'off' }
  }
)
