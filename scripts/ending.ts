/** One Ctrl-C may arrive twice, from the terminal and from npm; a later one counts as a second press. */
const ONE_PRESS_MS = 1_000
/** Ctrl-C, the signal of a service manager, and a closed terminal. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

class Interrupted extends Error {}

type End = () => void | Promise<void>
type Work = (alsoEnd: (end: End) => void, goOn: () => void) => Promise<void>

async function attempt(end: End) {
  try {
    await end()
  } catch {
    // The others must end all the same.
  }
}

/** An internal fault of the program, as in sysexits.h. */
const FAULT = 70
/** The most time that ending may take, and after a fault. */
export const ENDING_MS = 35_000
const FAULT_MS = 20_000

type Options = {
  /** Receives an uncaught error. */
  tell?: (error: unknown) => void
  /** The most time that ending may take; afterwards everything is told to end, without waiting. */
  boundMs?: number
}

/**
 * Runs `work`, and at Ctrl-C ends what it has named, newest first. A signal during `work` waits until its next
 * `goOn`. A second Ctrl-C does not wait: it tells everything to end and exits. The parent process can ask for the
 * same with the message `stop`; its disappearance counts as asking. After an uncaught error the state is unreliable,
 * so everything ends in the same order and the exit code reports a fault.
 * @throws the error of `work`, once everything has ended
 */
export async function endOnSignal(
  work: Work,
  { tell = () => undefined, boundMs = ENDING_MS }: Options = {},
): Promise<void> {
  const ends: End[] = []
  let asked = 0
  const endAll = async () => {
    for (let end = ends.pop(); end; end = ends.pop()) await attempt(end)
  }
  const force = (code: number) => {
    for (let end = ends.pop(); end; end = ends.pop()) void attempt(end)
    process.exit(code)
  }
  const goOn = () => {
    if (asked) throw new Interrupted()
  }
  let begun: Promise<void> = Promise.resolve()
  const stop = (code: number) => {
    asked = Date.now()
    process.stdout.write('\nStopping …\n')
    setTimeout(() => force(code || 1), boundMs).unref()
    void begun
      .catch(() => undefined)
      .then(endAll)
      .then(() => process.exit(code))
  }
  const interrupt = () => {
    if (!asked) stop(0)
    else if (Date.now() - asked > ONE_PRESS_MS) force(1)
  }
  for (const signal of SIGNALS) process.on(signal, interrupt)
  process.on('message', (said) => said === 'stop' && interrupt())
  process.on('disconnect', () => !asked && stop(0))
  process.on('uncaughtException', (error) => {
    tell(error)
    if (asked) return
    setTimeout(() => force(FAULT), FAULT_MS).unref()
    stop(FAULT)
  })
  begun = work((end) => void ends.push(end), goOn)
  try {
    await begun
  } catch (error) {
    if (asked) return new Promise(() => undefined)
    await endAll()
    throw error
  }
}
