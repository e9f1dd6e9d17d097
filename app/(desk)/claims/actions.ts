'use server'

import { findSimilarToText } from '@/domain/reuse/queries'
import { similarToTextSchema } from '@/domain/reuse/schema'
import { assignClaims } from '@/domain/review/commands'
import { assignClaimsSchema } from '@/domain/review/schema'
import { formAction, readAction } from '@/app/server/action'

export const assignClaimsAction = formAction(assignClaimsSchema, assignClaims)

export const findSimilarAction = readAction(similarToTextSchema, findSimilarToText)
