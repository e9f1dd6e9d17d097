import type { LeftOutPiece } from './incoming'
import type { HtmlPiece } from './html-pieces'
import { commonPlace, type Place, type PlacedPiece } from './html-places'

/** Pieces of a page in its order. `kept` ones are the article. */
export type PagePiece = { piece: HtmlPiece; kept: boolean }

/** The most pieces that are shown beside an article, and their longest text, in UTF-16 units. */
const MOST_SHOWN = 500
const LONGEST_SHOWN = 2_000
/** How far ahead a piece of the article is looked for on the page. */
const LOOKED_AT = 300
const ENDS_A_SENTENCE = /[.!?…؟۔。！？][\s"'”’»›)\]]*$/u

/**
 * The article of a page, and what stands around it. The finder of articles drops paragraphs that are one link or whose
 * class looks like an advertisement; the ones between two paragraphs of the article belong to it, and so do sentences
 * right before or after it in the same element. Menus, asides, forms, lists of links and captions stay out.
 * @param page every piece of the page
 * @param article the pieces that the finder of articles took, in the same order
 * @param byline the author, whose name the page writes above the text
 */
export function articleOfPage(
  page: readonly PlacedPiece[],
  article: readonly HtmlPiece[],
  byline: string,
): PagePiece[] {
  const { found, extra } = matched(page, article)
  const first = found.findIndex((one) => one !== undefined)
  const last = found.length - 1 - [...found].reverse().findIndex((one) => one !== undefined)
  const around = containerOf(page.filter((_, index) => found[index] !== undefined))
  const stays = page.map(({ piece, place }, index) => {
    if (found[index]) return true
    if (!around || piece.text === byline || isApart(place, around) || piece.kind === 'caption') return false
    if (index > first && index < last) return isParagraph(place) || isProse(piece)
    return place !== around && isWithin(place, around) && isSentence(piece) && isOwnElement(around)
  })
  for (let index = page.length - 2; index > first; index--) {
    const leads = page[index]?.piece.kind === 'heading' && index < last && !isApartAt(page[index], around)
    if (leads && !stays[index]) stays[index] = stays[index + 1] === true
  }
  const added = (index: number) => (extra.get(index) ?? []).map((piece) => ({ piece, kept: true }))
  return [
    ...page.flatMap(({ piece }, index) => [
      ...added(index),
      { piece: found[index] ?? piece, kept: stays[index] === true },
    ]),
    ...added(page.length),
  ]
}

/** What was left out, with its place among the kept pieces; of very many, the nearest to the article. */
export function leftOutOf(pieces: readonly PagePiece[]): LeftOutPiece[] {
  const left: (LeftOutPiece & { index: number })[] = []
  let at = 0
  pieces.forEach(({ piece, kept }, index) => {
    const { kind, level, text } = piece
    if (kept) at++
    else if (text.length <= LONGEST_SHOWN)
      left.push({ kind, ...(level !== undefined && { level }), text, at, index })
  })
  const from = pieces.findIndex(({ kept }) => kept)
  const to = pieces.length - 1 - [...pieces].reverse().findIndex(({ kept }) => kept)
  const distance = ({ index }: { index: number }) => Math.max(from - index, index - to, 0)
  return left
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, MOST_SHOWN)
    .sort((a, b) => a.index - b.index)
    .map(({ index: _, ...piece }) => piece)
}

type Matches = {
  /** For each piece of the page, the article's piece that stands for it. */
  found: (HtmlPiece | undefined)[]
  /** Pieces of the article that stand nowhere on the page, by the index that they come before. */
  extra: Map<number, HtmlPiece[]>
}

/**
 * Finds each piece of the article on the page, whole where the finder took words out of it. Texts that
 * occur once on the page come first and cut the page into stretches, so that a text that occurs again elsewhere is
 * found at its own place.
 */
function matched(page: readonly PlacedPiece[], article: readonly HtmlPiece[]): Matches {
  const matches: Matches = { found: page.map(() => undefined), extra: new Map() }
  const places = new Map<string, number[]>()
  page.forEach(({ piece }, index) => {
    places.set(piece.text, [...(places.get(piece.text) ?? []).slice(0, 1), index])
  })
  const anchors: { index: number; article: number }[] = []
  article.forEach((piece, index) => {
    const [only, again] = places.get(piece.text) ?? []
    if (only === undefined || again !== undefined || only <= (anchors.at(-1)?.index ?? -1)) return
    anchors.push({ index: only, article: index })
    matches.found[only] = piece
  })
  let [from, next] = [0, 0]
  for (const { index, article: until } of [...anchors, { index: page.length, article: article.length }]) {
    fill(page, article.slice(next, until), matches, { from, to: index })
    ;[from, next] = [index + 1, until + 1]
  }
  return matches
}

function fill(
  page: readonly PlacedPiece[],
  article: readonly HtmlPiece[],
  { found, extra }: Matches,
  stretch: { from: number; to: number },
): void {
  let { from } = stretch
  const seek = (fits: (text: string) => boolean) => {
    const end = Math.min(stretch.to, from + LOOKED_AT)
    for (let at = from; at < end; at++) if (fits(page[at]?.piece.text ?? '')) return at
    return -1
  }
  for (const piece of article) {
    const same = seek((text) => text === piece.text)
    const at = same === -1 ? seek((text) => shares(text, piece.text)) : same
    const whole = page[at]?.piece
    if (!whole) extra.set(from, [...(extra.get(from) ?? []), piece])
    else {
      found[at] = { ...piece, text: whole.text }
      from = at + 1
    }
  }
}

/** Whether the finder took a part out of the longer text. */
const shares = (whole: string, part: string) => part.length * 2 > whole.length && whole.includes(part)

function containerOf(pieces: readonly PlacedPiece[]): Place | null {
  const prose = pieces.filter(({ piece }) => piece.kind !== 'heading')
  return (prose.length > 0 ? prose : pieces).reduce<Place | null>(
    (around, { place }) => (around ? commonPlace(around, place) : (place.parent ?? place)),
    null,
  )
}

function isWithin(place: Place, around: Place): boolean {
  for (let at: Place | null = place; at && at.depth >= around.depth; at = at.parent)
    if (at === around) return true
  return false
}

/** Whether a menu, form or the like stands between the piece and the article's own element. */
function isApart(place: Place, around: Place): boolean {
  for (let at: Place | null = place; at && at !== around; at = at.parent) if (at.apart) return true
  return false
}

const isApartAt = (placed: PlacedPiece | undefined, around: Place | null) =>
  !placed || !around || isApart(placed.place, around)

const isParagraph = ({ name }: Place) => name === 'p' || name === 'blockquote'

const isProse = (piece: HtmlPiece) =>
  piece.kind !== 'heading' &&
  piece.linked * 2 < piece.text.length &&
  (piece.kind !== 'paragraph' || ENDS_A_SENTENCE.test(piece.text))

const isSentence = (piece: HtmlPiece) =>
  piece.kind === 'paragraph' && piece.linked * 2 < piece.text.length && ENDS_A_SENTENCE.test(piece.text)

/** An element that holds the article alone; the whole page holds everything else, too. */
const isOwnElement = ({ name }: Place) => !['', 'html', 'body', 'main', 'form'].includes(name)
