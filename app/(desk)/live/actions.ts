'use server'

import { nothingSchema } from '@/domain/live/schema'
import { formAction } from '@/app/server/action'

/**
 * Reads the page again. Unlike a refresh by the router, it never leaves the page when the desk does not answer, so
 * nothing typed can be lost.
 */
export const lookAgainAction = formAction(nothingSchema, () => Promise.resolve())
