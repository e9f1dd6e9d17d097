import { type AnchorText, anchorAt } from './anchor'
import { likenessKeys } from './likeness/keys'
import { locatorOf, type Located, type QuoteContext } from './locate'

export type WantedQuote = { quote: string } & QuoteContext

/** Words as a claim stands on them; `keys` are what a search for the same statement asks for. */
export type PlacedWords = AnchorText & { keys: number[] }

/** Where a quote stands in a text, with its words when it stands in one place. */
export type PlacedQuote = { found: Located; words: PlacedWords | null }

/** As `locateQuote`, of one quote. */
export const locateOne = ({ text, wanted }: { text: string; wanted: WantedQuote }): PlacedQuote =>
  locateAll({ text, quotes: [wanted] })[0] ?? { found: null, words: null }

/** As `locateQuote`, for many quotes in one text. */
export function locateAll({ text, quotes }: { text: string; quotes: readonly WantedQuote[] }): PlacedQuote[] {
  const locate = locatorOf(text)
  return quotes.map(({ quote, ...context }) => {
    const found = locate(quote, context)
    if (found?.kind !== 'span') return { found, words: null }
    const words = anchorAt(text, found.start, found.end)
    return { found, words: { ...words, keys: likenessKeys(words.quote) } }
  })
}
