/** Where the code of the desk stands: what is built, typed, linted and checked for its imports. */
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
/** What tries it. */
export const TRIALS = ['bench', 'e2e', 'tests']
