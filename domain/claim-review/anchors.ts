/**
 * The ids that the elements of a page need so that the addresses of its reviews lead to them: the fragments of the
 * addresses, decoded, each once.
 */
export function anchorsOf(addresses: readonly string[]): string[] {
  const ids = addresses.map((address) => {
    const fragment = /#(.+)$/s.exec(address)?.[1] ?? ''
    try {
      return decodeURIComponent(fragment)
    } catch {
      return fragment
    }
  })
  return [...new Set(ids.filter((id) => id !== ''))]
}
