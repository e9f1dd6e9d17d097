import type { Notice } from '../incoming'

/** Counts what the reader must be told, in the order of first occurrence. */
export class Tally {
  private readonly counts = new Map<string, Notice>()

  add(kind: Notice['kind'], as: Notice['as'], count = 1): void {
    if (count === 0) return
    const key = `${kind} ${as}`
    const notice = this.counts.get(key)
    if (notice) notice.count += count
    else this.counts.set(key, { kind, as, count })
  }

  count(kind: Notice['kind']): number {
    return [...this.counts.values()].reduce((sum, one) => sum + (one.kind === kind ? one.count : 0), 0)
  }

  notices(): Notice[] {
    return [...this.counts.values()].map((notice) => ({ ...notice }))
  }
}
