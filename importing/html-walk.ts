import { Parser } from 'htmlparser2'
import { type LeftOutReason, reasonToLeaveOut } from './html-hidden'
import { ImportProblem } from './incoming'

export type Attributes = Record<string, string | undefined>

/** Receives what a reader of the page sees: no scripts, styles, comments, pictures or hidden elements. */
export type HtmlVisitor = {
  open?(name: string, attributes: Attributes, depth: number): void
  close?(name: string, depth: number): void
  text?(text: string): void
  /** A block of JSON-LD, exactly as written. */
  data?(json: string): void
}

export type LeftOut = Record<LeftOutReason, number>

/** No real page is nested this deeply, and the parser's time per tag grows with depth. */
const MAX_DEPTH = 1000
const CHUNK_UNITS = 65_536
const MAX_MILLISECONDS = 10_000

type Skipped = { reason: LeftOutReason; depth: number; text: string; byComment: boolean }

/**
 * Walks a document in order, in time linear to its length, and counts what it keeps from the visitors.
 * @throws ImportProblem `damaged` when the nesting is too deep, `timeout` when the walk takes too long
 */
export function walkHtml(html: string, visitors: HtmlVisitor[]): LeftOut {
  const counts: LeftOut = {
    scripts: 0,
    hidden_text: 0,
    images: 0,
    embedded: 0,
    comments: 0,
    deletions: 0,
    data: 0,
    silent: 0,
  }
  let depth = 0
  let skipped: Skipped | undefined
  const endSkipped = () => {
    if (!skipped) return
    const { reason, text } = skipped
    if (reason === 'data') for (const visitor of visitors) visitor.data?.(text)
    if (reason !== 'hidden_text' || /\S/.test(text)) counts[reason]++
    skipped = undefined
  }
  const parser = new Parser(
    {
      onopentag(name, attributes: Attributes) {
        depth++
        if (depth > MAX_DEPTH) throw new ImportProblem('damaged', { depth: MAX_DEPTH })
        if (skipped) return
        const reason = reasonToLeaveOut(name, attributes)
        if (reason) skipped = { reason, depth, text: '', byComment: false }
        else for (const visitor of visitors) visitor.open?.(name, attributes, depth)
      },
      onclosetag(name) {
        const itself = skipped?.depth === depth && !skipped.byComment
        if (skipped?.depth === depth) endSkipped()
        if (!itself && !skipped) for (const visitor of visitors) visitor.close?.(name, depth)
        depth--
      },
      ontext(text) {
        if (!skipped) for (const visitor of visitors) visitor.text?.(text)
        else if (skipped.reason === 'data' || skipped.text === '') skipped.text += text.trim()
      },
      oncomment(comment) {
        // Word writes the bullets and numbers of a list as text between these two comments.
        if (!skipped && comment.startsWith('[if !supportLists]'))
          skipped = { reason: 'silent', depth, text: '', byComment: true }
        else if (skipped?.byComment && comment.startsWith('[endif]')) endSkipped()
      },
    },
    { decodeEntities: true },
  )
  const started = performance.now()
  for (let at = 0; at < html.length; at += CHUNK_UNITS) {
    parser.write(html.slice(at, at + CHUNK_UNITS))
    if (performance.now() - started > MAX_MILLISECONDS) throw new ImportProblem('timeout')
  }
  parser.end()
  return counts
}
