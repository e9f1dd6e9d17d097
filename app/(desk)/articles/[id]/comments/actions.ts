'use server'

import { commentOnArticle, commentOnClaim, resolveThread } from '@/domain/comment/commands'
import { articleCommentSchema, claimCommentSchema, resolveThreadSchema } from '@/domain/comment/schema'
import { formAction } from '@/app/server/action'

export const commentOnClaimAction = formAction(claimCommentSchema, commentOnClaim)
export const commentOnArticleAction = formAction(articleCommentSchema, commentOnArticle)
export const resolveThreadAction = formAction(resolveThreadSchema, resolveThread)
