import { assemble } from './assemble'
import { ArticleFinder, type FoundArticle } from './html-article'
import { HeadReader } from './html-head'
import { articleOfPage, leftOutOf, type PagePiece } from './html-page'
import { PieceReader } from './html-pieces'
import { PlaceReader } from './html-places'
import { type LeftOut, walkHtml } from './html-walk'
import { ImportProblem, type Incoming, type Notice } from './incoming'
import { languageOf } from './language'
import { mainHeadings, oneLine, says, withoutTitle } from './title'

/** The least prose outside links that makes a page an article, in UTF-16 units. */
const LEAST_PROSE = 80
const BYLINE_UNITS = 300

/**
 * Reads a file or pasted markup with all of its body, or the article of a page.
 * @param how.address the address of the page
 * @throws ImportProblem `empty`, `no_article` for a page without one, `too_large`, `damaged`
 */
export function readHtml(html: string, how: { kind: 'file' | 'page' | 'paste'; address?: string }): Incoming {
  const head = new HeadReader()
  const whole = new PieceReader()
  const finder = how.kind === 'page' ? new ArticleFinder() : null
  const places = new PlaceReader(whole)
  const leftOut = walkHtml(html, finder ? [head, places, finder] : [head, places])
  places.end()
  const article = finder?.find(how.address) ?? null
  const body = finder ? articleBody(article) : whole
  const title = titleOf(head, mainHeadings(whole.pieces), article)
  const byline = oneLine(head.byline || article?.byline || '', BYLINE_UNITS)
  const page = finder ? articleOfPage(places.placed, body.pieces, byline) : null
  const shown = page && shownBeside(page, title)
  const pieces = shown ? keptOf(shown) : withoutTitle(whole.pieces, title)
  const { text, blocks } = assemble(pieces)
  if (text === '') throw new ImportProblem('empty')
  const address = how.kind === 'paste' ? null : head.canonicalUrl(how.address)
  return {
    title,
    byline,
    dateline: '',
    language: languageOf(head.language, text),
    canonicalUrl: address ?? how.address ?? null,
    text,
    blocks,
    notes: [],
    notices: noticesOf(leftOut, body.tables, shown ? shown.length - pieces.length : 0),
    encoding: null,
    ...(shown && { leftOut: leftOutOf(shown) }),
  }
}

const keptOf = (page: readonly PagePiece[]) => page.flatMap(({ piece, kept }) => (kept ? [piece] : []))

/** The pieces of a page without the headline, which has a field of its own. */
function shownBeside(page: readonly PagePiece[], title: string): PagePiece[] {
  const kept = new Set(withoutTitle(keptOf(page), title))
  const rest = page.filter(({ piece, kept: isKept }) => !isKept || kept.has(piece))
  const others = new Set(
    withoutTitle(
      rest.map(({ piece }) => piece),
      title,
    ),
  )
  return rest.filter(({ piece }) => others.has(piece))
}

function articleBody(article: FoundArticle | null): PieceReader {
  const body = new PieceReader()
  if (article) walkHtml(article.content, [body])
  body.endBlock()
  const prose = body.pieces
    .filter((piece) => piece.kind !== 'heading')
    .reduce((units, piece) => units + piece.text.length - piece.linked, 0)
  if (prose < LEAST_PROSE) throw new ImportProblem('no_article')
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

function noticesOf(leftOut: LeftOut, tables: number, furniture: number): Notice[] {
  const notices: Notice[] = [
    { kind: 'tables', as: 'kept', count: tables },
    { kind: 'deletions', as: 'accepted', count: leftOut.deletions },
    { kind: 'images', as: 'left_out', count: leftOut.images },
    { kind: 'embedded', as: 'left_out', count: leftOut.embedded },
    { kind: 'comments', as: 'left_out', count: leftOut.comments },
    { kind: 'hidden_text', as: 'left_out', count: leftOut.hidden_text },
    { kind: 'scripts', as: 'left_out', count: leftOut.scripts },
    { kind: 'page_furniture', as: 'left_out', count: furniture },
  ]
  return notices.filter((notice) => notice.count > 0)
}
