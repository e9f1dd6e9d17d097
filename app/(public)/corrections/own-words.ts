import { directionOf } from '@/text/direction'

/** What an attribute has to say of words that are not the page's. */
export const ownWords = (language: string) => ({ lang: language, dir: directionOf(language) })
