import { parseDocument } from 'yaml'

const MAX_FRONT_MATTER = 20_000

export type FrontMatter = {
  title?: string
  byline?: string
  language?: string
  dateline?: string
  /** The fault, in English, for the log and for authors. */
  message?: string
  /** The names of the other fields that say something. */
  others?: string[]
  /** UTF-16 offset of the text after the front matter. */
  bodyStart: number
}

/** The names of each field, the most usual first. Other programs write the later ones. */
const NAMES = {
  title: ['title', 'headline'],
  byline: ['author', 'authors', 'byline'],
  language: ['language', 'lang'],
  dateline: ['dateline'],
} as const

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
  const given = new Map(Object.entries(value).map(([name, said]) => [name.toLowerCase(), said as unknown]))
  const result: Omit<FrontMatter, 'bodyStart'> = {}
  for (const field of Object.keys(NAMES) as (keyof typeof NAMES)[]) {
    const name = NAMES[field].find((one) => oneLine(given.get(one)) !== '')
    if (name === undefined) continue
    result[field] = oneLine(given.get(name))
    given.delete(name)
  }
  const others = [...given].flatMap(([name, said]) => (isSaid(said) ? [name] : []))
  return others.length > 0 ? { ...result, others } : result
}

const isSaid = (said: unknown) => said !== null && said !== '' && !(Array.isArray(said) && said.length === 0)

function oneLine(value: unknown): string {
  if (Array.isArray(value)) return value.map(oneLine).filter(Boolean).join(', ')
  if (typeof value !== 'string' && typeof value !== 'number') return ''
  return String(value).replace(/\s+/g, ' ').trim()
}
