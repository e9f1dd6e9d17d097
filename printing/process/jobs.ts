/** How long whoever asks waits for a file, in milliseconds. Then the answer is how far the work is. */
const PATIENCE_MS = 8_000
/** The first guess of the time per claim, in milliseconds; each finished file corrects it. */
const FIRST_GUESS_MS = 10
/** What every file takes, in milliseconds. */
const EVERY_FILE_MS = 1_000

type Job = { made: Promise<unknown>; begun: number; expected: number }
type Jobs = { running: Map<string, Job>; perClaim: number }

/** How far a file is, from 0 to 1, as the time of earlier files tells. It never says that the file is ready. */
export class StillPrinting extends Error {
  override readonly name = 'StillPrinting'
  constructor(readonly share: number) {
    super('The file is still being made')
  }
}

const holder = globalThis as typeof globalThis & { factdeskPrintJobs?: Jobs }
// On `globalThis`, because pages and the HTTP API have separate bundles.
const jobs = () =>
  (holder.factdeskPrintJobs ??= { running: new Map<string, Job>(), perClaim: FIRST_GUESS_MS })

const ALMOST = 0.95

const shareOf = ({ begun, expected }: Job) => Math.min(ALMOST, (Date.now() - begun) / expected)

function begin<T>(key: string, claims: number, make: () => Promise<T>): Job {
  const all = jobs()
  const job: Job = { made: make(), begun: Date.now(), expected: EVERY_FILE_MS + claims * all.perClaim }
  all.running.set(key, job)
  const end = () => void all.running.delete(key)
  job.made.then(
    () => {
      end()
      const took = (Date.now() - job.begun - EVERY_FILE_MS) / Math.max(claims, 1)
      // Short files tell little about long ones.
      if (claims >= 100 && took > 0) all.perClaim = took
    },
    // Whoever still waits hears of it; nobody else needs to.
    end,
  )
  return job
}

/**
 * Makes a file once, however many ask for it. The work goes on when they leave, and whoever comes back joins it. After a
 * restart of the desk the next one who asks begins it anew.
 * @param key names the file
 * @throws StillPrinting when the file is not ready in time, and whatever `make` throws
 */
export async function madeOnce<T>(
  key: string,
  claims: number,
  make: () => Promise<T>,
  patience = PATIENCE_MS,
): Promise<T> {
  const job = jobs().running.get(key) ?? begin(key, claims, make)
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new StillPrinting(shareOf(job))), patience)
  })
  try {
    return await Promise.race([job.made as Promise<T>, late])
  } finally {
    clearTimeout(timer)
  }
}
