import { directionOf } from '@/text/direction'

/** The `lang` and `dir` attributes for words in another language than the page's. */
export const ownWords = (language: string) => ({ lang: language, dir: directionOf(language) })
