/** One Ctrl-C may come twice, from the terminal and from npm; what comes later is a second one. */
const ONE_PRESS_MS = 1_000
/** Ctrl-C, what a service manager sends, and a terminal that is closed. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

class Interrupted extends Error {}

type End = () => void | Promise<void>
type Work = (alsoEnd: (end: End) => void, goOn: () => void) => Promise<void>

async function attempt(end: End) {
  try {
    await end()
  } catch {
    // The others are to be ended all the same.
  }
}

/** As sysexits.h has it: a fault of the program itself. */
const FAULT = 70
/** How long an end after a fault may take. */
const FAULT_MS = 20_000

/**
 * Runs `work`, and at Ctrl-C ends what it has named, last first. A signal in the middle of `work` waits until its next
 * `goOn`. A second Ctrl-C does not wait: everything is told to end, and the process exits. Whoever started this process
 * may ask for the same by the message `stop`, and has asked for it when it is gone. An error that nobody caught leaves
 * no state to go on with: everything is ended in the same order, and the exit code tells of a fault.
 * @param tell is given the error that nobody caught
 * @throws what `work` throws, once everything is ended
 */
export async function endOnSignal(
  work: Work,
  tell: (error: unknown) => void = () => undefined,
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
