import { execFileSync } from 'node:child_process'
import { getDocumentProxy } from 'unpdf'

type Entry = { title: string; items: Entry[] }

const titlesOf = (entries: Entry[], level = 1): string[] =>
  entries.flatMap(({ title, items }) => [
    `${level} ${title.replace(/\s+/g, ' ')}`,
    ...titlesOf(items, level + 1),
  ])

type Tagged = { role?: string; children?: Tagged[] }

const rolesIn = ({ role, children = [] }: Tagged): string[] => [
  ...(role === undefined ? [] : [role]),
  ...children.flatMap(rolesIn),
]

/** The contents of a PDF: text by page in drawing order, bookmarks as level and title, links, properties. */
export async function readPdf(bytes: Uint8Array) {
  // The reader takes over the bytes and would leave the caller none.
  const file = await getDocumentProxy(new Uint8Array(bytes))
  const pages: string[] = []
  const links: string[] = []
  const tags: string[] = []
  for (let number = 1; number <= file.numPages; number += 1) {
    const page = await file.getPage(number)
    const { items } = await page.getTextContent()
    pages.push(items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join(''))
    const notes = (await page.getAnnotations()) as { url?: string }[]
    links.push(...notes.flatMap(({ url }) => url ?? []))
    tags.push(...rolesIn(((await page.getStructTree()) ?? {}) as Tagged))
  }
  const { info } = await file.getMetadata()
  return {
    pages,
    links,
    tags,
    bookmarks: titlesOf(await file.getOutline()),
    marked: (await file.getMarkInfo())?.Marked === true,
    info: info as Record<string, unknown>,
  }
}

/**
 * The text as Poppler's `pdftotext` copies it, with its support for Arabic: only letters, without marks and white
 * space.
 */
export function copiedLetters(bytes: Uint8Array): string {
  return letters(
    execFileSync('pdftotext', ['-', '-'], { input: bytes, encoding: 'utf8', maxBuffer: 1 << 26 }),
  )
}

export const letters = (text: string) => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')
