const PLACE = ['after', 'before', 'limit']

/** The filters, order and columns of an address, in an order of their own, so that two spellings compare. */
export function presentQuery(written: string): string {
  const params = new URLSearchParams(written)
  for (const one of PLACE) params.delete(one)
  params.sort()
  return params.toString()
}

/** Whether a view shows what the page shows now. */
export const isPresent = (view: { query: string }, written: string) =>
  presentQuery(view.query) === presentQuery(written)
