import { type AnchorText, anchorAt } from './anchor'
import { likenessKeys } from './likeness/keys'
import { nearestIn } from './nearest/nearest-words'
import { locatorOf, type Located, type QuoteContext } from './locate'
import { type Part, partsOfReading, shifted } from './reading'

/** Without `part`, the whole reading is searched for the quote. */
export type WantedQuote = { quote: string; part?: Part } & QuoteContext

/** An anchor with the `keys` by which the search for the same statement finds it. */
export type KeyedAnchor = AnchorText & { keys: number[] }

/** Where a quote stands in a text; `words` when it stands there exactly once. */
export type LocatedQuote = { found: Located; words: KeyedAnchor | null }

/** As `locateQuote`, of one quote. */
export const locateOne = ({ text, wanted }: { text: string; wanted: WantedQuote }): LocatedQuote =>
  locateAll({ text, quotes: [wanted] })[0] ?? { found: null, words: null }

/** As `locateQuote`, for many quotes in one reading. */
export function locateAll({
  text,
  quotes,
}: {
  text: string
  quotes: readonly WantedQuote[]
}): LocatedQuote[] {
  const locate = readingLocator(text)
  return quotes.map((wanted) => {
    const found = locate(wanted)
    if (found?.kind !== 'span') return { found, words: null }
    const words = anchorAt(text, found.start, found.end)
    return { found, words: { ...words, keys: likenessKeys(words.quote) } }
  })
}

/** A located quote; when it was not found, also the words that it may mean, nearest first. */
export type OfferedQuote = LocatedQuote & { near: AnchorText[] }

/** For how many quotes of one text the nearest words are searched. Each takes a while in a long text. */
const MOST_OFFERED = 20

/** As `locateAll`; the first quotes that are not found get the nearest words. */
export function locateOrOffer(given: { text: string; quotes: readonly WantedQuote[] }): OfferedQuote[] {
  const nearest = nearestInReading(given.text)
  let left = MOST_OFFERED
  return locateAll(given).map((located, index) => {
    const wanted = given.quotes[index]
    const offers = located.found === null && wanted && left-- > 0
    return { ...located, near: offers ? nearest(wanted) : [] }
  })
}

/** As `locateOrOffer`, of one quote. */
export const locateOneOrOffer = ({ text, wanted }: { text: string; wanted: WantedQuote }): OfferedQuote =>
  locateOrOffer({ text, quotes: [wanted] })[0] ?? { found: null, words: null, near: [] }

function nearestInReading(reading: string): (wanted: WantedQuote) => AnchorText[] {
  const whole = nearestIn(reading)
  const parts = new Map(
    partsOfReading(reading).map((one) => [one.part, { ...one, nearest: nearestIn(one.text) }]),
  )
  return ({ quote, part }) => {
    const named = part && parts.get(part)
    const found = named ? named.nearest(quote).map((one) => shifted(one, named.from)) : whole(quote)
    return found.map(({ start, end }) => anchorAt(reading, start, end))
  }
}

/** Locates quotes in a reading, or in the part of it that they name. */
function readingLocator(reading: string): (wanted: WantedQuote) => Located {
  const whole = locatorOf(reading)
  const parts = new Map(
    partsOfReading(reading).map((one) => [one.part, { ...one, locate: locatorOf(one.text) }]),
  )
  return ({ quote, part, ...context }) => {
    const named = part && parts.get(part)
    if (!named) return whole(quote, context)
    const { from, locate } = named
    const hint = context.hint === undefined ? undefined : context.hint - from
    return movedBy(locate(quote, { ...context, hint }), from)
  }
}

function movedBy(found: Located, by: number): Located {
  if (found === null) return null
  if (found.kind === 'span') return shifted(found, by)
  return { ...found, candidates: found.candidates.map((one) => shifted(one, by)) }
}
