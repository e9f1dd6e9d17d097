import { saidInHtml, withAccount } from './account'
import type { Piece } from './assemble'
import { notesAtMarks, notesOfRaisedMarks } from './form/notes'
import { ArticleFinder, type FoundArticle } from './html-article'
import { HeadReader } from './html-head'
import { blocksIn, MarkedReader, type Marks } from './html-marked'
import { ListSizes } from './html-lists'
import { articleOfPage, leftOutOf } from './html-page'
import { PieceReader } from './html-pieces'
import { PlaceReader } from './html-places'
import { type LeftOut, walkHtml } from './html-walk'
import { ImportProblem, type Incoming, type Notice } from './incoming'
import { languageOf } from './language'
import type { BoundaryPoint } from './office/manuscript'
import { inOrder, linksWithSpans, otherAddresses } from './office/notes'
import type { Tally } from './office/tally'
import { mainHeadings, oneLine, says, titleAgain } from './title'

/** The least prose outside links that makes a page an article, in UTF-16 units. */
const LEAST_PROSE = 80
const BYLINE_UNITS = 300

/**
 * Reads a file or pasted markup with all of its body, or the article of a page.
 * @param how.address the address of the page
 * @param how.title the headline, where something outside of the markup tells it; else the markup does
 * @throws ImportProblem `empty`, `no_article` for a page without one, `too_large`, `damaged`
 */
export const readHtml = (html: string, how: How): Incoming => readMarkedHtml(html, how, () => null).read

type How = { kind: 'file' | 'page' | 'paste'; address?: string; title?: string }

/** As `readHtml`; `marked` are the indexes of the blocks in elements that `marks` names. */
export function readMarkedHtml(
  html: string,
  how: How,
  marks: Marks,
): { read: Incoming; marked: ReadonlySet<number> } {
  const head = new HeadReader()
  const base = () => head.baseUrl(how.address)
  const whole = new PieceReader({ sizes: sizesOf(html), base })
  const finder = how.kind === 'page' ? new ArticleFinder() : null
  const places = new PlaceReader(whole)
  const marked = new MarkedReader(whole, marks)
  const leftOut = walkHtml(html, finder ? [head, places, marked, finder] : [head, places, marked])
  places.end()
  marked.end()
  const article = finder?.find(how.address) ?? null
  const body = finder ? articleBody(article, base) : whole
  const title = oneLine(how.title ?? '') || titleOf(head, mainHeadings(whole.pieces), article)
  const byline = oneLine(head.byline || article?.byline || '', BYLINE_UNITS)
  const kept = finder && articleOfPage(places.placed, body.pieces, byline)
  const read = settle(whole, title, kept)
  if (read.text === '') throw new ImportProblem('empty')
  const address = how.kind === 'paste' ? null : head.canonicalUrl(how.address)
  const incoming: Incoming = {
    title,
    byline,
    dateline: '',
    language: languageOf(head.language, read.text),
    canonicalUrl: address ?? how.address ?? null,
    text: read.text,
    blocks: read.blocks,
    notes: read.notes,
    links: read.links,
    notices: [...noticesOf(leftOut, whole.tally, body.tables, read.left.length), ...read.addresses],
    encoding: null,
    ...(kept && { leftOut: leftOutOf(read.left) }),
  }
  const account = withAccount(incoming, () => saidInHtml(html))
  return { read: account, marked: new Set(read.blocksOf(marked.pieces)) }
}

/** How many items each numbered list has, where one counts down. */
function sizesOf(html: string): readonly number[] {
  if (!/\breversed\b/i.test(html)) return []
  const sizes = new ListSizes()
  walkHtml(html, [sizes])
  return sizes.sizes
}

/**
 * The text of a document without its title and its notes.
 * @param kept for a page: which of its blocks are the article; the others are `left`
 */
function settle({ manuscript, notes, tally, pieces }: PieceReader, title: string, kept: boolean[] | null) {
  const isKept = (block: number) => kept === null || kept[block] === true
  const linked = notes.find()
  const raised = notesOfRaisedMarks(manuscript, linked.cuts)
  const again = titleOn(pieces, title, isKept)
  const settled = new Set([...linked.omitted, ...raised.omitted, ...again])
  const others = pieces.flatMap((_, index) => (isKept(index) || settled.has(index) ? [] : [index]))
  const finished = manuscript.finish(new Set([...settled, ...others]), [...linked.cuts, ...raised.cuts])
  const ofText = ({ point }: { point: BoundaryPoint }) => isKept(point.block)
  const found = notesAtMarks(
    linked.found.filter(ofText),
    { ...raised, notes: raised.notes.filter(ofText) },
    finished,
    tally,
  )
  const left = others.flatMap((block) => {
    const start = finished.at({ side: 'start', block, offset: 0 })
    const next = finished.blocks.findIndex((one) => one.start >= start)
    const piece = pieces[block]
    return piece ? [{ ...piece, at: next === -1 ? finished.blocks.length : next }] : []
  })
  const { text, blocks } = finished
  const blocksOf = (ofPieces: ReadonlySet<number>) =>
    blocksIn(
      blocks,
      [...ofPieces].map((block) => ({
        start: finished.at({ side: 'start', block, offset: 0 }),
        end: finished.at({ side: 'end', block, offset: pieces[block]?.text.length ?? 0 }),
      })),
    )
  const links = linksWithSpans(manuscript.links, finished)
  const addresses = otherAddresses(manuscript.others, finished)
  return { text, blocks, notes: inOrder(found.notes), links, addresses, left, blocksOf }
}

/** The headings that only repeat the title: the article's own and, of a page, the one above the article. */
function titleOn(pieces: readonly Piece[], title: string, isKept: (block: number) => boolean): number[] {
  const own = pieces.flatMap((piece, index) => (isKept(index) ? [{ piece, index }] : []))
  const inside = titleAgain(
    own.map(({ piece }) => piece),
    title,
  )
  const above = titleAgain(pieces, title)
  return [
    ...(inside === -1 ? [] : [own[inside]?.index ?? -1]),
    ...(above === -1 || isKept(above) ? [] : [above]),
  ]
}

function articleBody(article: FoundArticle | null, base: () => string | undefined): PieceReader {
  const content = article?.content ?? ''
  const body = new PieceReader({ sizes: sizesOf(content), base })
  walkHtml(content, [body])
  body.endBlock()
  if (body.prose < LEAST_PROSE) throw new ImportProblem('no_article')
  return body
}

/**
 * The headline. It is the title that the page declares for sharing, else the main heading that the window title
 * repeats with a site name around it, else the window title.
 */
function titleOf(head: HeadReader, headings: readonly string[], article: FoundArticle | null): string {
  const window = oneLine(head.title)
  const shared = oneLine(head.meta('og:title') || head.meta('twitter:title'))
  if (shared) return shared
  const said = headings.filter((heading) => says(window, heading))
  const longest = said.reduce((most, next) => (next.length > most.length ? next : most), '')
  return longest || oneLine(article?.title ?? '') || window || headings[0] || ''
}

function noticesOf(leftOut: LeftOut, tally: Tally, tables: number, furniture: number): Notice[] {
  tally.add('tables', 'kept', tables)
  tally.add('deletions', 'accepted', leftOut.deletions)
  tally.add('struck', 'left_out', leftOut.struck)
  tally.add('images', 'left_out', leftOut.images)
  tally.add('embedded', 'left_out', leftOut.embedded)
  tally.add('comments', 'left_out', leftOut.comments)
  tally.add('hidden_text', 'left_out', leftOut.hidden_text)
  tally.add('scripts', 'left_out', leftOut.scripts)
  tally.add('page_furniture', 'left_out', furniture)
  return tally.notices()
}
