import 'server-only'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { getArticleTitle } from '@/domain/article/queries'
import { DomainError } from '@/domain/errors'
import { UUID } from '@/text/uuid'
import { currentActor } from './session'

type Words = Awaited<ReturnType<typeof getTranslations<never>>>
type Say = (t: Words) => string

/** The title of a page that belongs to no record. The desk's name follows by the template of the root layout. */
export const pageTitle = (say: Say) => async (): Promise<Metadata> => ({
  title: say(await getTranslations()),
})

const titleOfArticle = cache(async (id: string): Promise<string | null> => {
  const actor = await currentActor()
  if (!actor || !UUID.test(id)) return null
  try {
    return await getArticleTitle(actor, id)
  } catch (error) {
    if (error instanceof DomainError) return null
    throw error
  }
})

/** An address may have anything where a number belongs. */
const LONGEST_NUMBER = 12

type Params = { params: Promise<{ id: string; number?: string }> }

/**
 * The title of a page about an article: what the page is, and the article's title. The page itself answers for an
 * article that does not exist, and then needs no title of its own.
 * @param say gets the number in the page's address, as typed
 */
export const articlePageTitle =
  (say: (t: Words, number: string) => string | null) =>
  async ({ params }: Params): Promise<Metadata> => {
    const { id, number = '' } = await params
    const [t, article] = await Promise.all([getTranslations(), titleOfArticle(id)])
    if (article === null) return {}
    const page = say(t, number.slice(0, LONGEST_NUMBER))
    return { title: page === null ? article : `${page} – ${article}` }
  }

/** The title of a page whose address ends with a number. */
export const numberedTitle =
  (say: (t: Words, number: string) => string) =>
  async ({ params }: { params: Promise<{ number: string }> }): Promise<Metadata> => ({
    title: say(await getTranslations(), (await params).number.slice(0, LONGEST_NUMBER)),
  })
