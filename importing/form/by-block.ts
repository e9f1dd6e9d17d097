/** Items by the block that they begin in. */
export function byBlock<Item extends { start: { block: number } }>(
  items: readonly Item[],
): Map<number, Item[]> {
  const found = new Map<number, Item[]>()
  for (const item of items) {
    const before = found.get(item.start.block)
    if (before) before.push(item)
    else found.set(item.start.block, [item])
  }
  return found
}
