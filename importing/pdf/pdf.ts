import { TEXT_BOUNDS } from '@/text/bounds'
import { withAccount } from '../account'
import { incomingOf } from '../from-pieces'
import { ImportProblem, type Incoming } from '../incoming'
import { type Annotations, annotationsOf, withAnnotations } from './annotations'
import { furnitureOf } from './furniture'
import { withJoinedLetters } from './joined-letters'
import { linesInOrder } from './layout'
import { bracketsOf } from './order'
import type { Line, Run } from './runs'
import { isUnnamedSign, isVisualOrder, mendedLetters, nameless, turnedRound } from './letters'
import { paragraphsOf } from './paragraphs'
import { READING_TIME } from '../reading-time'

const MAX_PAGES = 500
const MAX_RUNS = 400_000
/** More letters without a character than one in so many make a text unreadable. */
const FEW = 10
/** Words that a notice names. */
const MOST_WORDS = 40

type Page = { runs: Run[]; turned: number; annotations: Annotations; signs: number }

/**
 * Reads the text layer of a PDF: its columns in order, without running titles and page numbers, as paragraphs. Links and
 * comments come on their words.
 * @throws ImportProblem `scan` for a PDF that holds pictures and no letters, `letters` when its fonts name no characters,
 *   `encrypted`, `damaged`, `too_large`, `timeout`, `empty`
 */
export async function readPdf(bytes: Uint8Array): Promise<Incoming> {
  const images = countOf(bytes, /\/Subtype\s*\/Image\b/g)
  const { pages, title, language } = await readPages(bytes)
  const all = pages.flatMap(({ runs }) => runs)
  const raw = all.map(({ text }) => text).join(' ')
  if (!/[\p{L}\p{N}]/u.test(raw) && nameless(raw) === 0)
    throw new ImportProblem(images > 0 ? 'scan' : 'empty')
  if (nameless(raw) * FEW > raw.replace(/\s/g, '').length) throw new ImportProblem('letters')
  const visual = isVisualOrder(mendedLetters(raw).text)
  let mended = 0
  for (const run of all) {
    const letters = mendedLetters(run.text)
    run.text = visual ? turnedRound(letters.text) : letters.text
    mended += letters.mended
  }
  const laid = laidOf(pages)
  const furniture = furnitureOf(laid.map(({ lines }) => lines))
  const lines: Line[] = laid.flatMap((page) => page.lines.filter((line) => !furniture.lines.has(line)))
  const { pieces, hyphens } = paragraphsOf(lines, new Map(laid.flatMap(({ cells }) => [...cells])))
  const heading = pieces.find(({ kind, level }) => kind === 'heading' && level === 1)
  const incoming = incomingOf(pieces, {
    title: heading?.text ?? title,
    language,
    notices: [
      { kind: 'headers', as: 'left_out', count: furniture.headers },
      { kind: 'page_numbers', as: 'left_out', count: furniture.numbers },
      {
        kind: 'hyphens',
        as: 'kept',
        count: hyphens.length,
        names: [...new Set(hyphens)].slice(0, MOST_WORDS),
      },
      { kind: 'unnamed_signs', as: 'left_out', count: pages.reduce((sum, { signs }) => sum + signs, 0) },
      { kind: 'ligatures', as: 'kept', count: mended },
      { kind: 'raised', as: 'kept', count: lines.reduce((sum, { figures }) => sum + figures, 0) },
      { kind: 'visual_order', as: 'kept', count: visual ? 1 : 0 },
      { kind: 'turned_words', as: 'left_out', count: pages.reduce((sum, { turned }) => sum + turned, 0) },
      { kind: 'wordless_pages', as: 'left_out', count: pages.filter(({ runs }) => runs.length === 0).length },
      { kind: 'images', as: 'left_out', count: images },
    ],
  })
  const annotated = withAnnotations(
    incoming,
    pages.map(({ annotations }) => annotations),
  )
  return withAccount(annotated, () => raw)
}

/** Laid out again where the brackets show that they are named as they are painted. */
function laidOf(pages: readonly Page[]) {
  const laid = pages.map(({ runs }) => linesInOrder(runs))
  const brackets = bracketsOf(laid.flatMap(({ lines }) => lines.map(({ text }) => text)))
  return brackets === 'named' ? laid : pages.map(({ runs }) => linesInOrder(runs, brackets))
}

async function readPages(bytes: Uint8Array): Promise<{ pages: Page[]; title: string; language: string }> {
  const { getDocumentProxy } = await import('unpdf')
  const started = performance.now()
  try {
    const joined = withJoinedLetters(bytes)
    // It takes over the bytes that it gets.
    const file = await getDocumentProxy(new Uint8Array(joined.bytes), { verbosity: 0, useSystemFonts: false })
    if (file.numPages > MAX_PAGES) throw new ImportProblem('too_large', { pages: MAX_PAGES })
    const pages: Page[] = []
    let runs = 0
    for (let number = 1; number <= file.numPages; number++) {
      const page = await file.getPage(number)
      const content = await page.getTextContent({ disableNormalization: true })
      const read = pageOf(content.items, number, joined.lettersOf)
      read.annotations = annotationsOf((await page.getAnnotations()) as object[], read.runs)
      pages.push(read)
      runs += read.runs.length
      if (runs > MAX_RUNS) throw new ImportProblem('too_large', { units: TEXT_BOUNDS.units })
      if (performance.now() - started > READING_TIME.pdf) throw new ImportProblem('timeout')
      page.cleanup()
    }
    const { info } = await file.getMetadata()
    const about = info as { Title?: unknown; Language?: unknown }
    await file.destroy()
    const said = (value: unknown) => (typeof value === 'string' ? value : '')
    return { pages, title: said(about.Title), language: said(about.Language) }
  } catch (error) {
    throw problemOf(error)
  }
}

type Item = { str?: string; transform?: number[]; width?: number; height?: number }

function pageOf(items: readonly object[], page: number, lettersOf: (text: string) => string): Page {
  const read: Page = { runs: [], turned: 0, annotations: { links: [], comments: [] }, signs: 0 }
  for (const item of items as Item[]) {
    const { transform = [], width = 0 } = item
    const str = lettersOf(item.str ?? '')
    const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = transform
    const size = Math.hypot(c, d) || Math.hypot(a, b)
    if (str === '' || size === 0) continue
    if (isUnnamedSign(str, width)) {
      read.signs++
      continue
    }
    // Words across the page, such as a watermark, are not part of its lines.
    if (Math.abs(b) > 0.1 * Math.abs(a)) read.turned += str.trim() === '' ? 0 : 1
    else read.runs.push({ text: str, x, y, width, size, page })
  }
  return read
}

function problemOf(error: unknown): ImportProblem {
  if (error instanceof ImportProblem) return error
  const { name = '', message = '' } = error as { name?: string; message?: string }
  return new ImportProblem(name === 'PasswordException' ? 'encrypted' : 'damaged', { said: message })
}

const countOf = (bytes: Uint8Array, pattern: RegExp) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1').match(pattern)?.length ?? 0
