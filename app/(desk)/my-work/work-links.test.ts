import { expect, it } from 'vitest'
import { claimListParamsSchema } from '@/domain/claim/list'
import { correctionListParamsSchema } from '@/domain/correction/list'
import { WORK_LISTS } from '@/domain/work/rules'
import { loadHref, ownCorrections, UNASSIGNED, wholeOf, type Load } from './work-links'

const ID = '01a20000-0000-7000-8000-000000000000'

const written = (href: string) => Object.fromEntries(new URL(href, 'https://desk.example').searchParams)

it('every address that the page leads to is one that its list reads, and all of it selects or sorts', () => {
  const loads: Load[] = ['open', 'overdue', 'today']
  const claims = [
    ...WORK_LISTS.flatMap((list) => wholeOf(list, ID) ?? []),
    UNASSIGNED,
    ...loads.flatMap((load) => [
      loadHref({ assignee: ID }, load),
      loadHref({ assignee: null }, load),
      loadHref({ article: ID }, load),
    ]),
  ]
  for (const href of claims) {
    const given = written(href)
    const read = claimListParamsSchema.parse(given)
    for (const name of Object.keys(given).filter((one) => one !== 'sort'))
      expect(read, href).toHaveProperty(name)
  }
  expect(correctionListParamsSchema.parse(written(ownCorrections(ID)))).toMatchObject({
    owner: [ID],
    state: ['reported', 'acknowledged', 'approved'],
  })
})

it('the claims of nobody are named as such', () => {
  expect(written(loadHref({ assignee: null }, 'overdue'))).toEqual({
    assignee: 'none',
    status: 'unreviewed',
    due: 'overdue',
    sort: 'due',
  })
})
