type FormatFacts = {
  /** The everyday name. */
  name: string
  /** File name endings, without the dot; the first is the usual one. */
  endings: readonly string[]
  media: readonly string[]
  /** Its own mark or a zip's begins the bytes. The content must confirm what the name says. */
  packed?: true
}

/** The article formats; `import.ts` has a reader for each. */
export const FORMATS = {
  text: { name: 'Text', endings: ['txt'], media: ['text/plain'] },
  markdown: { name: 'Markdown', endings: ['md', 'markdown', 'mdown', 'mkd'], media: ['text/markdown'] },
  html: { name: 'HTML', endings: ['html', 'htm', 'xhtml', 'xht'], media: ['text/html'] },
  eml: { name: 'EML', endings: ['eml'], media: ['message/rfc822'] },
  nitf: { name: 'NITF', endings: ['nitf'], media: ['application/nitf+xml'] },
  newsml: {
    name: 'NewsML-G2',
    endings: ['xml', 'newsml'],
    media: ['application/vnd.iptc.g2.newsitem+xml', 'application/xml', 'text/xml'],
  },
  srt: { name: 'SubRip', endings: ['srt'], media: ['application/x-subrip'] },
  vtt: { name: 'WebVTT', endings: ['vtt'], media: ['text/vtt'] },
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
  rtf: { name: 'RTF', endings: ['rtf'], media: ['application/rtf', 'text/rtf'], packed: true },
  pdf: { name: 'PDF', endings: ['pdf'], media: ['application/pdf'], packed: true },
} as const satisfies Record<string, FormatFacts>

/** The formats of a claim list. */
export const CLAIM_IMPORT_FORMATS = {
  csv: { name: 'CSV', endings: ['csv', 'tsv', 'txt'], media: ['text/csv', 'text/tab-separated-values'] },
  json: { name: 'JSON', endings: ['json'], media: ['application/json'] },
} as const satisfies Record<string, FormatFacts>

export type Format = keyof typeof FORMATS
type Packed = { [F in Format]: (typeof FORMATS)[F] extends { packed: true } ? F : never }[Format]
/** A text format: its bytes are decoded by their encoding. */
export type TextFormat = Exclude<Format, Packed>

const all = Object.entries(FORMATS) as [Format, FormatFacts][]

export const isText = (format: Format): format is TextFormat => !('packed' in FORMATS[format])

/** The ending in lower case, without the dot; null for a name without one. */
export const endingOf = (name: string) => /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? null

/** The format that a file name's ending stands for; null for any other ending. */
export function formatNamed(name: string): Format | null {
  const ending = endingOf(name)
  return all.find(([, { endings }]) => ending !== null && endings.includes(ending))?.[0] ?? null
}

/** The format of a media type, given without parameters and in lower case. */
export const formatOfMedia = (type: string): Format | null =>
  all.find(([, { media }]) => media.includes(type))?.[0] ?? null

/** The value of a file input's `accept`. */
export const acceptOf = (formats: Record<string, FormatFacts>) =>
  Object.values(formats)
    .flatMap(({ endings, media }) => [...endings.map((ending) => `.${ending}`), ...media])
    .join(',')

/** The formats as an English phrase; office formats appear by their endings. */
export const inWords = () =>
  new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(
    all.map(([, { name, endings, packed }]) => (packed ? `.${endings[0]}` : name)),
  )
