/** A reason to stop that the operator can act on: one sentence without a stack. */
export class Stop extends Error {}

/** Prints progress, one line per step. */
export const say = (line) => void process.stdout.write(`${line}\n`)

function withoutPermission(error, text) {
  if (error?.syscall === 'listen')
    return `The port ${error.port} may not be opened by this user: set PORT to one above 1023.`
  const file = error?.path ?? /(?:EACCES|EPERM|EROFS)[^'\n]*'([^']+)'/.exec(text)?.[1] ?? 'here'
  return `There is no permission to write ${file}: give it and start again.`
}

/** The sentence for an error that stops the start; an unexpected error keeps its own message. */
export function sentenceFor(error) {
  const text = `${error?.message || error?.code || error}`
  const is = (...codes) =>
    codes.some((code) => error?.code === code || new RegExp(`\\b${code}\\b`).test(text))
  if (is('ENOSPC', 'EDQUOT') || /No space left on device/.test(text))
    return 'The disk is full: make room and start again.'
  if (is('EADDRINUSE'))
    return `The port ${error.port ?? ''} is taken by another program: stop it, or set PORT to a free one.`
  if (is('EADDRNOTAVAIL'))
    return `The address ${error.address ?? ''} is none of this machine: set HOST to one that is.`
  if (is('EACCES', 'EPERM', 'EROFS')) return withoutPermission(error, text)
  if (error?.code === 'EEXIST' || error?.code === 'ENOTDIR')
    return `A file stands where a folder is needed: move ${error.path} away and start again.`
  return text
}

/**
 * Runs `work`; an error becomes one sentence and an exit code.
 * @param {() => Promise<void>} work
 * @param {(error: unknown) => number} [codeOf] always 1 by default
 */
export async function orStop(work, codeOf = () => 1) {
  try {
    await work()
  } catch (error) {
    process.stderr.write(`${sentenceFor(error)}\n`)
    if (process.env.LOG_LEVEL === 'debug') process.stderr.write(`${error?.stack}\n`)
    process.exit(codeOf(error))
  }
}
