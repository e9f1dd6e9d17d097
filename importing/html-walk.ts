import { Parser } from 'htmlparser2'
import type { Attributes } from './html-attributes'
import { type LeftOutReason, reasonToLeaveOut } from './html-hidden'
import { StyleSheet } from './html-style'
import { ImportProblem } from './incoming'
import { READING_TIME } from './reading-time'

export type { Attributes }

/** Receives what a reader of the page sees: no scripts, styles, comments, pictures or hidden elements. */
export type HtmlVisitor = {
  open?(name: string, attributes: Attributes, depth: number): void
  close?(name: string, depth: number): void
  text?(text: string): void
  /** A block of JSON-LD, exactly as written. */
  data?(json: string): void
  /** The bullet or number that Word writes before the words of an item. */
  listMark?(mark: string): void
}

export type LeftOut = Record<LeftOutReason, number>

/** No real page is nested this deeply, and the parser's time per tag grows with depth. */
const MAX_DEPTH = 1000
const CHUNK_UNITS = 65_536

type Skipped = { reason: LeftOutReason; name: string; depth: number; text: string; byComment: boolean }

/** Skipped content that is read whole. */
const isRead = ({ reason, name }: Skipped) => reason === 'data' || reason === 'list_mark' || name === 'style'

/**
 * Walks a document in order, in time linear to its length, and counts what it keeps from the visitors.
 * @throws ImportProblem `damaged` when the nesting is too deep, `timeout` when the walk takes too long
 */
export function walkHtml(html: string, visitors: HtmlVisitor[]): LeftOut {
  const counts: LeftOut = {
    scripts: 0,
    hidden_text: 0,
    struck: 0,
    images: 0,
    embedded: 0,
    comments: 0,
    deletions: 0,
    data: 0,
    list_mark: 0,
    silent: 0,
  }
  const sheet = new StyleSheet()
  let depth = 0
  let skipped: Skipped | undefined
  const endSkipped = () => {
    if (!skipped) return
    const { reason, name, text } = skipped
    if (name === 'style') sheet.add(text)
    if (reason === 'list_mark') for (const visitor of visitors) visitor.listMark?.(text)
    if (reason === 'data') for (const visitor of visitors) visitor.data?.(text)
    const words = reason === 'hidden_text' || reason === 'struck'
    if (!words || /\S/.test(text)) counts[reason]++
    skipped = undefined
  }
  const parser = new Parser(
    {
      onopentag(name, attributes: Attributes) {
        depth++
        if (depth > MAX_DEPTH) throw new ImportProblem('damaged', { depth: MAX_DEPTH })
        if (skipped) return
        const style = sheet.declared(name, attributes)
        const styled = style === '' ? attributes : { ...attributes, style }
        const reason = reasonToLeaveOut(name, styled)
        if (reason) skipped = { reason, name, depth, text: '', byComment: false }
        else for (const visitor of visitors) visitor.open?.(name, styled, depth)
      },
      onclosetag(name) {
        const itself = skipped?.depth === depth && !skipped.byComment
        if (skipped?.depth === depth) endSkipped()
        if (!itself && !skipped) for (const visitor of visitors) visitor.close?.(name, depth)
        depth--
      },
      ontext(text) {
        if (!skipped) for (const visitor of visitors) visitor.text?.(text)
        else if (isRead(skipped)) skipped.text += text
        else if (skipped.text === '') skipped.text += text.trim()
      },
      oncomment(comment) {
        // Word writes the bullets and numbers of a list as text between these two comments.
        if (!skipped && comment.startsWith('[if !supportLists]'))
          skipped = { reason: 'list_mark', name: '', depth, text: '', byComment: true }
        else if (skipped?.byComment && comment.startsWith('[endif]')) endSkipped()
      },
    },
    { decodeEntities: true },
  )
  const started = performance.now()
  for (let at = 0; at < html.length; at += CHUNK_UNITS) {
    parser.write(html.slice(at, at + CHUNK_UNITS))
    if (performance.now() - started > READING_TIME.html) throw new ImportProblem('timeout')
  }
  parser.end()
  return counts
}
