import type pg from 'pg'
import { RARE } from '../data/sentences'
import type { Asked } from './requests'

export type Job = {
  name: string
  /** Whether the floor does it too. */
  isOnFloor: boolean
  next: (connection: number) => Asked
  /** Puts right what the requests of one side left. */
  settle?: () => Promise<void>
}

/** Claims of so many articles are reviewed on each connection, so that connections do not wait for each other. */
const REVIEWED = 40

type Given = { client: pg.Client; count: number; article: string; token: string; cookie: string }

/** Each connection reviews its own claims in turn, and remembers their versions. */
async function reviews({ client, count, token }: Given): Promise<Job> {
  const read = () =>
    client.query<{ id: string; version: number }>(
      `select distinct on (article_id) id, version from claim where withdrawn_at is null and assignee_id is not null
         and priority <> 'urgent' order by article_id, number limit $1`,
      [REVIEWED * count],
    )
  let { rows: claims } = await read()
  const turns = Array.from({ length: count }, () => 0)
  return {
    name: 'review with history',
    isOnFloor: true,
    next: (connection) => {
      const turn = turns[connection] ?? 0
      turns[connection] = turn + 1
      const claim = claims[(turn * count + connection) % claims.length]
      if (!claim) throw new Error('There is no claim to review')
      const version = claim.version
      claim.version += 1
      // Never the values that it has: such a review writes nothing.
      const [status, finding] = [version % 2 ? 'needs_source' : 'disputed', `Asked again, ${version}.`]
      return {
        ...{ method: 'PATCH', path: `/api/v1/claims/${claim.id}`, body: { version, status, finding } },
        headers: { authorization: `Bearer ${token}` },
      }
    },
    settle: async () => {
      await client.query('delete from delivery')
      claims = (await read()).rows
    },
  }
}

/** Everything that is measured, in the order of the table. */
export async function jobsOn(given: Given): Promise<Job[]> {
  const headers = { authorization: `Bearer ${given.token}` }
  const read = (name: string, path: string): Job => ({
    name,
    isOnFloor: true,
    next: () => ({ path: `/api/v1${path}`, headers }),
  })
  const page = (name: string, path: string): Job => ({
    name,
    isOnFloor: false,
    next: () => ({ path, headers: { cookie: given.cookie, 'accept-encoding': 'gzip' } }),
  })
  return [
    read('list', '/claims?status=disputed'),
    read('search', `/claims?q=${RARE.en}`),
    read('facets', '/claims/facets?priority=urgent'),
    await reviews(given),
    page('claims page', '/claims'),
    page('article page', `/articles/${given.article}`),
  ]
}
