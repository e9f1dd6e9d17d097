import { notFound } from 'next/navigation'
import { UUID } from '@/text/uuid'

/**
 * The parts of a page's address that names a record by its id. What is no id leads to the not-found page, so that no
 * query is asked for it. A page asks by itself, because a layout around it is made at the same time.
 */
export async function recordParams<P extends { id: string }>(params: Promise<P>): Promise<P> {
  const given = await params
  if (!UUID.test(given.id)) notFound()
  return given
}
