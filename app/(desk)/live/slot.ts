/**
 * How many pages of one browser may be connected at once. Without HTTP/2 a browser has six connections to a host, and
 * the desk needs some of them to answer.
 */
const SLOTS = 3

/**
 * Waits until one of the few connections of this browser is free for this page.
 * @returns a function that gives it back. A browser that cannot tell its pages apart gives one to each
 */
export async function takeSlot(signal: AbortSignal): Promise<() => void> {
  const locks = navigator.locks as LockManager | undefined
  if (!locks) return () => undefined
  const names = Array.from({ length: SLOTS }, (_, index) => `factdesk-live-${index}`)
  const { held = [] } = await locks.query()
  const free = names.find((name) => !held.some((lock) => lock.name === name))
  const wanted = free ?? names[Math.floor(Math.random() * SLOTS)] ?? ''
  return new Promise((resolve, reject) => {
    locks.request(wanted, { signal }, () => new Promise<void>((release) => resolve(release))).catch(reject)
  })
}
