import { parseDocument } from 'yaml'

const MAX_FRONT_MATTER = 20_000

export type FrontMatter = {
  title?: string
  byline?: string
  language?: string
  dateline?: string
  /** The fault, in English, for the log and for authors. */
  message?: string
  /** UTF-16 offset of the text after the front matter. */
  bodyStart: number
}

/** Reads YAML between two `---` lines at the very start of a canonical text. */
export function frontMatter(input: string): FrontMatter {
  if (!/^---[ \t]*\n/.test(input)) return { bodyStart: 0 }
  const start = input.indexOf('\n') + 1
  const closing = /^(?:---|\.\.\.)[ \t]*$/m.exec(input.slice(start, start + MAX_FRONT_MATTER))
  if (!closing) {
    const opensFields = /^[\w-]+[ \t]*:/.test(input.slice(start, start + 200))
    return opensFields
      ? { bodyStart: 0, message: 'The front matter has no closing --- line.' }
      : { bodyStart: 0 }
  }
  const bodyStart = start + closing.index + closing[0].length
  return { ...fields(input.slice(start, start + closing.index)), bodyStart }
}

function fields(yaml: string): Omit<FrontMatter, 'bodyStart'> {
  let value: unknown
  try {
    const document = parseDocument(yaml, { prettyErrors: false })
    if (document.errors[0]) return { message: document.errors[0].message }
    value = document.toJS({ maxAliasCount: 0 })
  } catch (error) {
    return { message: error instanceof Error ? error.message : 'The front matter cannot be read.' }
  }
  if (value === null || value === undefined) return {}
  if (typeof value !== 'object' || Array.isArray(value))
    return { message: 'The front matter is no list of fields.' }
  const given = new Map<string, unknown>(Object.entries(value))
  const result: Omit<FrontMatter, 'bodyStart'> = {}
  const names = [
    ['title', 'title'],
    ['author', 'byline'],
    ['language', 'language'],
    ['dateline', 'dateline'],
  ] as const
  for (const [name, field] of names) {
    const text = oneLine(given.get(name))
    if (text !== '') result[field] = text
  }
  return result
}

function oneLine(value: unknown): string {
  if (Array.isArray(value)) return value.map(oneLine).filter(Boolean).join(', ')
  if (typeof value !== 'string' && typeof value !== 'number') return ''
  return String(value).replace(/\s+/g, ' ').trim()
}
