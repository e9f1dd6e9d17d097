import { execFileSync } from 'node:child_process'
import { getDocumentProxy } from 'unpdf'

type Entry = { title: string; items: Entry[] }

const titlesOf = (entries: Entry[], level = 1): string[] =>
  entries.flatMap(({ title, items }) => [
    `${level} ${title.replace(/\s+/g, ' ')}`,
    ...titlesOf(items, level + 1),
  ])

/** What is in a PDF: text by pages in the order it is drawn, bookmarks as level and title, links, properties. */
export async function readPdf(bytes: Uint8Array) {
  // The reader takes the bytes over, and would leave none to whoever gave them.
  const file = await getDocumentProxy(new Uint8Array(bytes))
  const pages: string[] = []
  const links: string[] = []
  for (let number = 1; number <= file.numPages; number += 1) {
    const page = await file.getPage(number)
    const { items } = await page.getTextContent()
    pages.push(items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join(''))
    const notes = (await page.getAnnotations()) as { url?: string }[]
    links.push(...notes.flatMap(({ url }) => url ?? []))
  }
  const { info } = await file.getMetadata()
  return {
    pages,
    links,
    bookmarks: titlesOf(await file.getOutline()),
    marked: (await file.getMarkInfo())?.Marked === true,
    info: info as Record<string, unknown>,
  }
}

/** The text as Poppler's `pdftotext` copies it, which knows Arabic: letters alone, without marks and white space. */
export function copiedLetters(bytes: Uint8Array): string {
  return letters(
    execFileSync('pdftotext', ['-', '-'], { input: bytes, encoding: 'utf8', maxBuffer: 1 << 26 }),
  )
}

export const letters = (text: string) => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')
