/** The folders of the desk's code, which are built, type-checked, linted and checked for their imports. */
export const PRODUCT = [
  'app',
  'components',
  'domain',
  'importing',
  'printing',
  'prisma',
  'scripts',
  'services',
  'text',
]
/** The folders with tests and benchmarks. */
export const TRIALS = ['bench', 'e2e', 'tests']
