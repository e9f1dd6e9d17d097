/** Outer and inner quotation marks, each as opening and closing. */
type Marks = readonly [string, string, string, string]

const ENGLISH: Marks = ['“', '”', '‘', '’']
const GUILLEMETS: Marks = ['«', '»', '“', '”']
const LOW: Marks = ['„', '“', '‚', '‘']
const LOW_HIGH: Marks = ['„', '”', '‚', '’']
const HIGH: Marks = ['”', '”', '’', '’']
const CORNERS: Marks = ['「', '」', '『', '』']

/** The usual marks of the press by language; CLDR's where it agrees with them. */
const BY_LANGUAGE = new Map<string, Marks>([
  ...['ar', 'ckb', 'es', 'it', 'pt-pt', 'ca', 'gl', 'eu', 'hy', 'el', 'sq'].map(
    (tag) => [tag, GUILLEMETS] as const,
  ),
  ...['fa', 'ps', 'ug'].map((tag) => [tag, ['«', '»', '‹', '›'] as Marks] as const),
  ...['ru', 'uk', 'be', 'kk', 'ky', 'tg', 'tt', 'uz'].map(
    (tag) => [tag, ['«', '»', '„', '“'] as Marks] as const,
  ),
  ['fr', ['« ', ' »', '“', '”']],
  ['fr-ch', ['«', '»', '‹', '›']],
  ['de-ch', ['«', '»', '‹', '›']],
  ...['no', 'nb', 'nn'].map((tag) => [tag, ['«', '»', '‘', '’'] as Marks] as const),
  ...['de', 'cs', 'sk', 'sl', 'bg', 'ka', 'is', 'lt', 'et', 'mk', 'sr', 'hr', 'bs'].map(
    (tag) => [tag, LOW] as const,
  ),
  ...['pl', 'ro'].map((tag) => [tag, ['„', '”', '«', '»'] as Marks] as const),
  ['hu', ['„', '”', '»', '«']],
  ['he', LOW_HIGH.with(0, '”') as unknown as Marks],
  ...['sv', 'fi'].map((tag) => [tag, HIGH] as const),
  ['da', ['»', '«', '›', '‹']],
  ...['ja', 'zh-tw', 'zh-hk', 'zh-hant'].map((tag) => [tag, CORNERS] as const),
])

/**
 * The marks around a quotation, by the language around it (BCP 47) and by how many quotations it stands in.
 */
export function quotationMarks(language: string | undefined, depth: number): [string, string] {
  const tag = (language ?? '').toLowerCase()
  const marks = BY_LANGUAGE.get(tag) ?? BY_LANGUAGE.get(tag.split('-', 1)[0] ?? '') ?? ENGLISH
  return depth % 2 === 0 ? [marks[0], marks[1]] : [marks[2], marks[3]]
}
