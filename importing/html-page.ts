import type { Piece } from './assemble'
import type { LeftOutPiece } from './incoming'
import { commonPlace, type Place, type PlacedPiece } from './html-places'

/** The most pieces that are shown beside an article, and their longest text, in UTF-16 units. */
const MOST_SHOWN = 500
const LONGEST_SHOWN = 2_000
/** How far ahead a piece of the article is looked for on the page. */
const LOOKED_AT = 300
const ENDS_A_SENTENCE = /[.!?…؟۔。！？][\s"'”’»›)\]]*$/u

/**
 * Which pieces of a page are its article. The finder of articles drops paragraphs that are one link or whose class looks
 * like an advertisement; the ones between two paragraphs of the article belong to it, and so do sentences right before
 * or after it in the same element. Menus, asides, forms, lists of links and captions stay out.
 * @param page every piece of the page
 * @param article the pieces that the finder of articles took, in the same order
 * @param byline the author, whose name the page writes above the text
 */
export function articleOfPage(
  page: readonly PlacedPiece[],
  article: readonly Piece[],
  byline: string,
): boolean[] {
  const found = matched(page, article)
  const first = found.indexOf(true)
  const last = found.lastIndexOf(true)
  const around = containerOf(page.filter((_, index) => found[index]))
  const stays = page.map(({ piece, place, linked }, index) => {
    if (found[index]) return true
    if (!around || piece.text === byline || isApart(place, around) || piece.kind === 'caption') return false
    if (index > first && index < last) return isParagraph(place) || isProse(piece, linked)
    const sentence = piece.kind === 'paragraph' && isProse(piece, linked)
    return sentence && place !== around && isWithin(place, around) && isOwnElement(around)
  })
  // A heading stays with what it leads to.
  for (let index = last - 1; index > first; index--) {
    const one = page[index]
    if (!stays[index] && around && one?.piece.kind === 'heading' && !isApart(one.place, around))
      stays[index] = stays[index + 1] === true
  }
  return stays
}

/** What is shown of the pieces that were left out: of very many, the nearest to the article. */
export function leftOutOf(left: readonly LeftOutPiece[]): LeftOutPiece[] {
  const short = left.filter(({ text }) => text.length <= LONGEST_SHOWN)
  const before = short.filter(({ at }) => at === 0)
  const after = short.slice(before.length)
  const half = Math.floor(MOST_SHOWN / 2)
  const shown = before.slice(-Math.max(half, MOST_SHOWN - after.length))
  return [...shown, ...after.slice(0, MOST_SHOWN - shown.length)].map(({ kind, level, text, at }) => {
    return { kind, ...(level !== undefined && { level }), text, at }
  })
}

/**
 * Which pieces of the page stand in the article, whole even where the finder took words out of them. Texts that
 * occur once on the page come first and cut the page into stretches, so that a text that occurs again elsewhere is
 * found at its own place.
 */
function matched(page: readonly PlacedPiece[], article: readonly Piece[]): boolean[] {
  const found = page.map(() => false)
  const places = new Map<string, number[]>()
  page.forEach(({ piece }, index) => {
    places.set(piece.text, [...(places.get(piece.text) ?? []).slice(0, 1), index])
  })
  const anchors: { index: number; article: number }[] = []
  article.forEach((piece, index) => {
    const [only, again] = places.get(piece.text) ?? []
    if (only === undefined || again !== undefined || only <= (anchors.at(-1)?.index ?? -1)) return
    anchors.push({ index: only, article: index })
    found[only] = true
  })
  let [from, next] = [0, 0]
  for (const { index, article: until } of [...anchors, { index: page.length, article: article.length }]) {
    fill(page, article.slice(next, until), found, { from, to: index })
    ;[from, next] = [index + 1, until + 1]
  }
  return found
}

function fill(
  page: readonly PlacedPiece[],
  article: readonly Piece[],
  found: boolean[],
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
    if (at !== -1) found[at] = true
    from = at === -1 ? fillParts(page, piece.text, found, { from, to: stretch.to }) : at + 1
  }
}

/** The finder runs blocks that are nested too deeply together; each that stands in the words is found. */
function fillParts(
  page: readonly PlacedPiece[],
  words: string,
  found: boolean[],
  stretch: { from: number; to: number },
): number {
  let { from } = stretch
  let read = 0
  for (let at = from; at < Math.min(stretch.to, stretch.from + LOOKED_AT); at++) {
    const text = page[at]?.piece.text ?? ''
    const place = words.indexOf(text, read)
    if (text === '' || place === -1) continue
    found[at] = true
    read = place + text.length
    from = at + 1
  }
  return from
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

const isParagraph = ({ name }: Place) => name === 'p' || name === 'blockquote'

const isProse = (piece: Piece, linked: boolean) =>
  piece.kind !== 'heading' && !linked && (piece.kind !== 'paragraph' || ENDS_A_SENTENCE.test(piece.text))

/** An element that holds the article alone; the whole page holds everything else, too. */
const isOwnElement = ({ name }: Place) => !['', 'html', 'body', 'main', 'form'].includes(name)
