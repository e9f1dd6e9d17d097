/** Milliseconds of processor time that the work takes; other programs on a busy machine do not add to it. */
export async function cpuTime(work: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  await work()
  return spentSince(before)
}

/**
 * The most processor time, in milliseconds, of a read whose work grows with the length of its text alone. It is far above
 * what such a read takes, also on a machine that is busy with other work; a read whose work grows with the square of the
 * length exceeds it. How long a read takes is measured in `bench/`.
 */
export const QUICK_MS = 90_000

/** Like `cpuTime`, for synchronous work. */
export function cpuTimeOf(work: () => unknown): number {
  const before = process.cpuUsage()
  work()
  return spentSince(before)
}

function spentSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
