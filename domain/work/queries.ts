import 'server-only'
import { dayIn, startOfDay } from '@/domain/calendar/clock'
import { claimReader } from '@/domain/claim/reader'
import type { ClaimRow } from '@/domain/claim/shape'
import { correctionList } from '@/domain/correction/list'
import { CORRECTION_STATES, isOpen } from '@/domain/correction/rules'
import { forbidden } from '@/domain/errors'
import { readPage, readRows, readTotal } from '@/domain/list/queries'
import type { Sql } from '@/domain/list/sql'
import { firstOrder } from '@/domain/list/table'
import { may, rolesThatMay } from '@/domain/permissions'
import { shiftDay } from '@/domain/statistics/period'
import type { Actor } from '@/domain/user/policy'
import { now } from '@/services/clock'
import { settings } from '@/services/settings'
import { mentionsSql } from './mentions-sql'
import { WORK_COUNTED, WORK_LISTS, WORK_SHOWN, type WorkList } from './rules'
import type { ArticleLoad, DeskWork, Mention, MyWork, PersonLoad } from './shape'
import { articlesSql, peopleSql, workCountsSql, workRowsSql, type WorkReader } from './sql'

/** What decides on somebody's work now: who it is, the newsroom's day and its rule for sign-offs. */
export function workReader(actor: Actor): WorkReader {
  const reader = claimReader(actor, now(), settings())
  const day = dayIn(reader.at, reader.zone)
  const today = { from: startOfDay(day, reader.zone), until: startOfDay(shiftDay(day, 1), reader.zone) }
  return { ...reader, maySignOff: may(actor, 'signOffClaim'), today }
}

type Listed = ClaimRow & { list: WorkList }

async function claimsOf(reader: WorkReader): Promise<Pick<MyWork, WorkList | 'overdue'>> {
  const [rows, counts] = await Promise.all([
    readRows<Listed>(workRowsSql(reader)),
    readRows<{ list: WorkList | 'overdue'; n: number }>(workCountsSql(reader)),
  ])
  const count = (name: WorkList | 'overdue') =>
    Math.min(
      WORK_COUNTED,
      counts.filter(({ list }) => list === name).reduce((sum, { n }) => sum + n, 0),
    )
  const section = (name: WorkList) => ({
    total: count(name),
    items: rows.flatMap(({ list, ...row }) => (list === name ? [row] : [])).slice(0, WORK_SHOWN),
  })
  const sections = Object.fromEntries(WORK_LISTS.map((name) => [name, section(name)])) as Pick<
    MyWork,
    WorkList
  >
  return { ...sections, overdue: count('overdue') }
}

const OPEN_STATES = CORRECTION_STATES.filter((state) => isOpen(state))

async function correctionsOf({ id, at, zone }: WorkReader): Promise<MyWork['corrections']> {
  const selection = { owner: [id], state: OPEN_STATES, by: firstOrder(correctionList) }
  const clock = { zone, at }
  const [page, total] = await Promise.all([
    readPage(correctionList, { ...selection, limit: WORK_SHOWN }, clock),
    readTotal(correctionList, selection, clock),
  ])
  return { total, items: page.items }
}

async function counted<Row extends { total: number }>(sql: Sql) {
  const rows = await readRows<Row>(sql)
  return { total: rows[0]?.total ?? 0, items: rows.map(({ total: _, ...row }) => row) }
}

async function deskWork(reader: WorkReader): Promise<DeskWork> {
  const [people, articles] = await Promise.all([
    counted<PersonLoad & { total: number }>(peopleSql(reader, rolesThatMay('takeWork'))),
    counted<ArticleLoad & { total: number }>(articlesSql(reader)),
  ])
  return { people, articles }
}

/** What waits for this person, and for people who assign work the workload of everybody. */
export async function getMyWork(actor: Actor): Promise<MyWork> {
  if (!may(actor, 'readClaims')) throw forbidden()
  const reader = workReader(actor)
  const [claims, mentions, corrections, desk] = await Promise.all([
    claimsOf(reader),
    counted<Mention & { total: number }>(mentionsSql(actor.id)),
    may(actor, 'readCorrections') ? correctionsOf(reader) : { total: 0, items: [] },
    may(actor, 'assignWork') ? deskWork(reader) : null,
  ])
  return { ...claims, mentions, corrections, desk }
}
