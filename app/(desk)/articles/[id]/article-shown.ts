import { directionOf } from '@/text/direction'

type Article = { id: string; language: string; revision: number }

/**
 * What the browser needs of an article beside its text. Browsers know fewer languages than the server, which tells the
 * direction.
 */
export const articleShown = ({ id, language, revision }: Article) => ({
  ...{ id, language, revision },
  dir: directionOf(language),
})
export type ArticleShown = ReturnType<typeof articleShown>
