/** One Ctrl-C may come twice, from the terminal and from npm; what comes later is a second one. */
const ONE_PRESS_MS = 1_000

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

/**
 * Runs `work`, and at Ctrl-C ends what it has named, last first: doors before the database. A signal in the middle of
 * `work` waits until its next `goOn`. A second Ctrl-C does not wait: everything is told to end, and the process exits.
 * @throws what `work` throws, once everything is ended
 */
export async function endOnSignal(work: Work): Promise<void> {
  const ends: End[] = []
  let asked = 0
  const endAll = async () => {
    for (let end = ends.pop(); end; end = ends.pop()) await attempt(end)
  }
  const force = () => {
    for (let end = ends.pop(); end; end = ends.pop()) void attempt(end)
    process.exit(1)
  }
  const goOn = () => {
    if (asked) throw new Interrupted()
  }
  let begun: Promise<void> = Promise.resolve()
  const interrupt = () => {
    if (asked) return Date.now() - asked > ONE_PRESS_MS ? force() : undefined
    asked = Date.now()
    process.stdout.write('\nStopping …\n')
    void begun
      .catch(() => undefined)
      .then(endAll)
      .then(() => process.exit(0))
  }
  process.on('SIGINT', interrupt)
  process.on('SIGTERM', interrupt)
  begun = work((end) => void ends.push(end), goOn)
  try {
    await begun
  } catch (error) {
    if (asked) return new Promise(() => undefined)
    await endAll()
    throw error
  }
}
