/** Milliseconds of processor time that the work takes; other programs on a busy machine do not add to it. */
export async function cpuTime(work: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  await work()
  return spentSince(before)
}

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
