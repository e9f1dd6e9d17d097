'use server'

import { createArticle } from '@/domain/article/commands'
import { readArticleAddress, readPastedMarkup } from '@/domain/article/incoming/queries'
import { readAddressSchema, readPasteSchema } from '@/domain/article/incoming/schema'
import { createArticleSchema } from '@/domain/article/schema'
import { formAction, readAction } from '@/app/server/action'

export const createArticleAction = formAction(createArticleSchema, createArticle, { may: 'createArticle' })
export const readAddressAction = readAction(readAddressSchema, readArticleAddress)
export const readPasteAction = readAction(readPasteSchema, readPastedMarkup, { may: 'createArticle' })
