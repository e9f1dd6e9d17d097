import { notesAtMarks, notesOfRaisedMarks } from './form/notes'
import { ArticleFinder, type FoundArticle } from './html-article'
import { HeadReader } from './html-head'
import { ListSizes } from './html-lists'
import { PieceReader } from './html-pieces'
import { type LeftOut, walkHtml } from './html-walk'
import { ImportProblem, type Incoming, type Notice } from './incoming'
import { languageOf } from './language'
import { inOrder, linksWithSpans } from './office/notes'
import { mainHeadings, oneLine, says, titleAgain } from './title'

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
  const base = () => head.baseUrl(how.address)
  const whole = new PieceReader({ sizes: sizesOf(html), base })
  const finder = how.kind === 'page' ? new ArticleFinder() : null
  const leftOut = walkHtml(html, finder ? [head, whole, finder] : [head, whole])
  whole.endBlock()
  const article = finder?.find(how.address) ?? null
  const body = finder ? articleBody(article, base) : whole
  const title = titleOf(head, mainHeadings(whole.pieces), article)
  const read = settle(body, whole, title)
  if (read.text === '') throw new ImportProblem('empty')
  const furniture = body === whole ? 0 : settle(whole, whole, title).blocks.length - read.blocks.length
  const address = how.kind === 'paste' ? null : head.canonicalUrl(how.address)
  return {
    title,
    byline: oneLine(head.byline || article?.byline || '', BYLINE_UNITS),
    dateline: '',
    language: languageOf(head.language, read.text),
    canonicalUrl: address ?? how.address ?? null,
    text: read.text,
    blocks: read.blocks,
    notes: read.notes,
    links: read.links,
    notices: noticesOf(leftOut, body, Math.max(furniture, 0)),
    encoding: null,
  }
}

/** How many items each numbered list has, where one counts down. */
function sizesOf(html: string): readonly number[] {
  if (!/\breversed\b/i.test(html)) return []
  const sizes = new ListSizes()
  walkHtml(html, [sizes])
  return sizes.sizes
}

/** The text of a document without its title and its notes. */
function settle(body: PieceReader, whole: PieceReader, title: string) {
  const { manuscript, tally } = body
  const linked = body.notes.find(body === whole ? undefined : whole.notes)
  const raised = notesOfRaisedMarks(manuscript, linked.cuts)
  const again = titleAgain(body.pieces, title)
  const omitted = new Set([...linked.omitted, ...raised.omitted, ...(again === -1 ? [] : [again])])
  const finished = manuscript.finish(omitted, [...linked.cuts, ...raised.cuts])
  const { notes } = notesAtMarks(linked.found, raised, finished, tally)
  const { text, blocks } = finished
  return { text, blocks, notes: inOrder(notes), links: linksWithSpans(manuscript.links, finished) }
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

function noticesOf(leftOut: LeftOut, body: PieceReader, furniture: number): Notice[] {
  const { tally } = body
  tally.add('tables', 'kept', body.tables)
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
