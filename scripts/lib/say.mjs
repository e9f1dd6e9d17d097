/** A reason to stop that whoever started the desk can act on: one sentence, no stack. */
export class Stop extends Error {}

/** Progress, one line a step. */
export const say = (line) => process.stdout.write(`${line}\n`)

/** The sentence for an error that stops the start; what nobody expected keeps its own words. */
export function sentenceFor(error) {
  const text = `${error?.message ?? error}`
  if (error?.code === 'ENOSPC' || /ENOSPC|No space left on device/.test(text))
    return 'The disk is full: make room and start again.'
  if (error?.code === 'EACCES' || error?.code === 'EPERM' || error?.code === 'EROFS')
    return `There is no permission to write ${error.path ?? 'here'}: give it and start again.`
  if (error?.code === 'EADDRINUSE')
    return `The port ${error.port ?? ''} is taken by another program: stop it, or set PORT to a free one.`
  return text
}

/** Runs `work`; whatever stops it becomes one sentence and exit code 1. */
export async function orStop(work) {
  try {
    await work()
  } catch (error) {
    process.stderr.write(`${sentenceFor(error)}\n`)
    if (process.env.LOG_LEVEL === 'debug') process.stderr.write(`${error?.stack}\n`)
    process.exit(1)
  }
}
