type FormatFacts = {
  /** As people call it. */
  name: string
  /** Of file names, without the dot; the first is the usual one. */
  endings: readonly string[]
  media: readonly string[]
  /** A zip with parts in it, which its name is not believed to be. */
  packed?: true
}

/** The formats an article is read from; `import.ts` has the reader of each. */
export const FORMATS = {
  text: { name: 'Text', endings: ['txt'], media: ['text/plain'] },
  markdown: { name: 'Markdown', endings: ['md', 'markdown', 'mdown', 'mkd'], media: ['text/markdown'] },
  html: { name: 'HTML', endings: ['html', 'htm', 'xhtml', 'xht'], media: ['text/html'] },
  docx: {
    name: 'Word',
    endings: ['docx'],
    media: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    packed: true,
  },
  odt: {
    name: 'OpenDocument',
    endings: ['odt'],
    media: ['application/vnd.oasis.opendocument.text'],
    packed: true,
  },
} as const satisfies Record<string, FormatFacts>

/** The formats a list of claims is read from. */
export const LIST_FORMATS = {
  csv: { name: 'CSV', endings: ['csv', 'tsv', 'txt'], media: ['text/csv', 'text/tab-separated-values'] },
  json: { name: 'JSON', endings: ['json'], media: ['application/json'] },
} as const satisfies Record<string, FormatFacts>

export type Format = keyof typeof FORMATS
type Packed = { [F in Format]: (typeof FORMATS)[F] extends { packed: true } ? F : never }[Format]
/** A format that is text, read in the encoding of its bytes. */
export type TextFormat = Exclude<Format, Packed>

const all = Object.entries(FORMATS) as [Format, FormatFacts][]

export const isText = (format: Format): format is TextFormat => !('packed' in FORMATS[format])

/** In lower case, without the dot; null for a name without one. */
export const endingOf = (name: string) => /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? null

/** The format that the ending of a name says; null for any other ending. */
export function formatNamed(name: string): Format | null {
  const ending = endingOf(name)
  return all.find(([, { endings }]) => ending !== null && endings.includes(ending))?.[0] ?? null
}

/** The format of a media type without parameters, in lower case. */
export const formatOfMedia = (type: string): Format | null =>
  all.find(([, { media }]) => media.includes(type))?.[0] ?? null

/** What a file dialog offers first. */
export const acceptOf = (formats: Record<string, FormatFacts>) =>
  Object.values(formats)
    .flatMap(({ endings, media }) => [...endings.map((ending) => `.${ending}`), ...media])
    .join(',')

/** The formats in a sentence in English, those of office programs by their endings. */
export const inWords = () =>
  new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(
    all.map(([, { name, endings, packed }]) => (packed ? `.${endings[0]}` : name)),
  )
