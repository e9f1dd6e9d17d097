import { register } from 'tsx/esm/api'

// Loads the TypeScript source, so that a start, a test and a script run the same code without a bundle.
register({ tsconfig: 'tsconfig.run.json' })

export default (await import('./worker.ts')).default
