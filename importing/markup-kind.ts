/** The first element of a document: after a byte order mark, declarations, comments and a document type. */
const BEFORE =
  /^(?:[\sï»¿ÿþ]+|<\?[^>]{0,400}\?>|<!--(?:(?!-->)[^]){0,2000}-->|<!doctype[^>[]{0,400}(?:\[[^\]]{0,4000}\]\s*)?>)/i
const DOCTYPE_HTML = /<!doctype\s+html[\s>]/i
const ROOT = /^<(?:[\w.-]{1,60}:)?([a-z][\w.-]{0,60})(?=[\s/>])/i
/** Elements of HTML that a piece of a page may begin with. */
const HTML = new Set(
  (
    'html head body article section main header div p h1 h2 h3 h4 h5 h6 ul ol table blockquote figure pre dl ' +
    'center span font b i strong em a meta title'
  ).split(' '),
)
const NEWSML = new Set(['newsItem', 'newsMessage', 'packageItem', 'NewsML'])

/** `xml`: markup of no kind that the desk reads. */
export type MarkupKind = 'html' | 'nitf' | 'newsml' | 'svg' | 'xml'

/**
 * The kind of markup that a file consists of, by its first element; null for anything else, also for a text that only
 * begins with an angle bracket.
 * @param ending the last bytes, where the first element must end, unless a declaration says that it is markup
 */
export function markupKind(beginning: string, ending: string): MarkupKind | null {
  let rest = beginning.replaceAll('\0', '')
  let declared = false
  for (let found = BEFORE.exec(rest); found; found = BEFORE.exec(rest)) {
    if (DOCTYPE_HTML.test(found[0])) return 'html'
    if (/^<[?!](?!--)/.test(found[0])) declared = true
    rest = rest.slice(found[0].length)
  }
  const root = ROOT.exec(rest)?.[1]
  if (root === undefined) return declared ? 'xml' : null
  const kind = kindOfRoot(root)
  if (declared || (kind === 'html' && root.toLowerCase() === 'html')) return kind
  const closed = ending.replaceAll('\0', '').trimEnd().endsWith(`${root}>`)
  return closed || (kind !== 'xml' && kind !== 'html') ? kind : null
}

function kindOfRoot(root: string): MarkupKind {
  if (HTML.has(root.toLowerCase())) return 'html'
  if (root === 'nitf') return 'nitf'
  if (NEWSML.has(root)) return 'newsml'
  return root.toLowerCase() === 'svg' ? 'svg' : 'xml'
}
