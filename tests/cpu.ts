/** Milliseconds of processor time that the work takes, which other programs of a busy machine do not lengthen. */
export async function cpuTime(work: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  await work()
  return spentSince(before)
}

/** The same for work that is done when it returns. */
export function cpuTimeOf(work: () => unknown): number {
  const before = process.cpuUsage()
  work()
  return spentSince(before)
}

function spentSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
