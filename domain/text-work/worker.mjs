import { register } from 'tsx/esm/api'

// TypeScript as it lies there, so that a start, a test and a script run the same, and no bundle has to be made for it.
register({ tsconfig: 'tsconfig.run.json' })

export default (await import('./worker.ts')).default
