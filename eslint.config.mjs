import hooks from 'eslint-plugin-react-hooks'
import typescript from 'typescript-eslint'
import { PRODUCT } from './scripts/lib/folders.mjs'

const LISTENS = /^(on[A-Z]|ref$)/.source
const EARLY = 'Use a part of components/early, so that nothing done before the page is interactive is lost.'

const LANGUAGE = {
  selector: 'BinaryExpression[operator=/^[!=]==$/] > Literal[value=/^(ar|en|fa|fr)$/]',
  message:
    'Facts about a language belong in a table: text/locale.ts has those of the languages that the desk speaks, text/cues/cue.ts those of its word lists.',
}

const ADDRESS = {
  selector: 'CallExpression[callee.property.name=/^get(All)?$/][callee.object.property.name="searchParams"]',
  message: 'app/address.ts reads addresses, with a schema.',
}

export default typescript.config(
  {
    ignores: ['node_modules', '.next', '.data', 'dist', 'prisma/generated', 'next-env.d.ts', 'test-results'],
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...typescript.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { 'react-hooks': hooks },
    rules: {
      ...hooks.configs.recommended.rules,
      // The page learns drafts and the reader's local time only after it is shown.
      'react-hooks/set-state-in-effect': 'off',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: [...PRODUCT.map((folder) => `${folder}/**/*.{ts,tsx}`), '*.ts'],
    ignores: ['**/*.test.{ts,tsx}'],
    rules: { 'no-restricted-syntax': ['error', LANGUAGE, ADDRESS] },
  },
  {
    files: ['{app,components}/**/*.tsx'],
    rules: {
      'no-restricted-syntax': [
        'error',
        LANGUAGE,
        ADDRESS,
        {
          selector: 'JSXText[value=/\\p{L}{2,}/u]',
          message: 'Words of the interface come from the message files.',
        },
        {
          selector: `JSXOpeningElement[name.name=/^(form|button|input|textarea|select)$/]:has(> JSXAttribute[name.name=/${LISTENS}/])`,
          message: EARLY,
        },
        {
          selector:
            'JSXOpeningElement[name.name=/^(form|button|input|textarea|select)$/]:has(> JSXSpreadAttribute)',
          message: EARLY,
        },
        {
          selector:
            'JSXOpeningElement[name.name="form"]:not(:has(> JSXAttribute[name.name=/^(action|method)$/]))',
          message: 'A form without method or action puts typed text into the address.',
        },
        {
          selector: 'JSXAttribute[name.name="type"][value.value="file"]',
          message:
            'FileInput chooses a file, because the browser’s own control speaks the browser’s language.',
        },
      ],
    },
  },
  {
    files: ['{app,components}/**/*.tsx'],
    ignores: ['**/*.test.tsx'],
    rules: { 'max-lines-per-function': ['error', { max: 100 }] },
  },
  { files: ['components/{early/parts,import/file-input}.tsx'], rules: { 'no-restricted-syntax': 'off' } },
)
