import { FORMS } from './form/forms'
import { styleOf } from './html-style'

/**
 * `data`: JSON-LD, reported separately. `list_mark`: the bullet or number of an item in Word's markup. `silent`: never text of the document, not even hidden
 * text.
 */
export type LeftOutReason =
  | 'scripts'
  | 'hidden_text'
  | 'struck'
  | 'images'
  | 'embedded'
  | 'comments'
  | 'deletions'
  | 'data'
  | 'list_mark'
  | 'silent'

const ELEMENTS = new Map<string, LeftOutReason>([
  ['script', 'scripts'],
  ['style', 'silent'],
  ['xml', 'silent'],
  ['rp', 'silent'],
  ['annotation', 'silent'],
  ['annotation-xml', 'silent'],
  ['template', 'hidden_text'],
  ['noscript', 'hidden_text'],
  ['noframes', 'hidden_text'],
  ['noembed', 'hidden_text'],
  ['datalist', 'hidden_text'],
  ['select', 'hidden_text'],
  ['textarea', 'hidden_text'],
  ['img', 'images'],
  ['svg', 'images'],
  ['iframe', 'embedded'],
  ['object', 'embedded'],
  ['embed', 'embedded'],
  ['applet', 'embedded'],
  ['video', 'embedded'],
  ['audio', 'embedded'],
  ['canvas', 'embedded'],
  ['del', 'deletions'],
])

const STYLES: [RegExp, LeftOutReason][] = [
  [/(?:^|;)mso-list:ignore/, 'list_mark'],
  [/(?:^|;)mso-element:comment(?:-list)?(?:;|$)/, 'comments'],
]

function isHidden(style: string): boolean {
  return (
    styleOf(style, 'display') === 'none' ||
    styleOf(style, 'visibility') === 'hidden' ||
    styleOf(style, 'mso-hide') === 'all'
  )
}

/** A line through an element runs through all that stands in it, whatever that says. */
function isStruck(name: string, style: string | undefined): boolean {
  const line = styleOf(style, 'text-decoration-line') ?? styleOf(style, 'text-decoration')
  if (line !== undefined) return line.includes('line-through')
  return name === 's' || name === 'strike'
}

/** Why an element and all its content are not text of the document; null when they are. */
export function reasonToLeaveOut(
  name: string,
  attributes: Record<string, string | undefined>,
): LeftOutReason | null {
  const reason = ELEMENTS.get(name)
  if (reason === 'scripts' && attributes.type?.trim().toLowerCase() === 'application/ld+json') return 'data'
  if (reason) return reason
  if (attributes.hidden !== undefined) return 'hidden_text'
  if (name === 'dialog' && attributes.open === undefined) return 'hidden_text'
  if (attributes.class?.startsWith('MsoCommentReference')) return 'silent'
  if (isStruck(name, attributes.style)) return FORMS.struck.notice[0]
  if (attributes.style === undefined) return null
  if (isHidden(attributes.style)) return FORMS.hidden.notice[0]
  const style = attributes.style.toLowerCase().replace(/\s+/g, '')
  return STYLES.find(([pattern]) => pattern.test(style))?.[1] ?? null
}
