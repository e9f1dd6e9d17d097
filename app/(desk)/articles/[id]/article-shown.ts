import { directionOf } from '@/text/direction'

type Article = { id: string; language: string; revision: number }

/**
 * What the browser needs of an article besides its text. The server computes the direction, because browsers know fewer
 * languages.
 */
export const articleShown = ({ id, language, revision }: Article) => ({
  ...{ id, language, revision },
  dir: directionOf(language),
})
export type ArticleShown = ReturnType<typeof articleShown>
