'use server'

import { beginBulkChange, continueBulkChange, leaveBulkChange, undoBulkChange } from '@/domain/bulk/commands'
import { bulkProgress } from '@/domain/bulk/queries'
import { bulkChangeIdSchema, bulkChangeSchema } from '@/domain/bulk/schema'
import { openedSchema } from '@/domain/sign-off/schema'
import { recordOpened } from '@/domain/reading/commands'
import { findSimilarToText } from '@/domain/reuse/queries'
import { similarToTextSchema } from '@/domain/reuse/schema'
import { formAction, readAction } from '@/app/server/action'

export const beginBulkAction = formAction(bulkChangeSchema, async (actor, input) => {
  const bulk = await beginBulkChange(actor, input)
  await continueBulkChange(actor, bulk)
  return bulkProgress(actor, bulk)
})

export const continueBulkAction = formAction(bulkChangeIdSchema, async (actor, bulk) => {
  await continueBulkChange(actor, bulk)
  return bulkProgress(actor, bulk)
})

export const undoBulkAction = formAction(bulkChangeIdSchema, async (actor, bulk) => {
  await undoBulkChange(actor, bulk)
  return bulkProgress(actor, bulk)
})

export const leaveBulkAction = formAction(bulkChangeIdSchema, leaveBulkChange)

export const findSimilarAction = readAction(similarToTextSchema, findSimilarToText)

/** Changes no page: it records what is before its reader. */
export const recordOpenedAction = readAction(openedSchema, recordOpened)
