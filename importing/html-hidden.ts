/** `data`: JSON-LD, reported separately. `silent`: never text of the document, not even hidden text. */
export type LeftOutReason =
  'scripts' | 'hidden_text' | 'images' | 'embedded' | 'comments' | 'deletions' | 'data' | 'silent'

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
  [/(?:^|;)(?:display:none|visibility:hidden|mso-hide:all)/, 'hidden_text'],
  [/(?:^|;)mso-list:ignore/, 'silent'],
  [/(?:^|;)mso-element:comment(?:-list)?(?:;|$)/, 'comments'],
]

/** Why an element and all its content are not text of the document; null when they are. Ignores style sheets. */
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
  if (attributes.style === undefined) return null
  const style = attributes.style.toLowerCase().replace(/\s+/g, '')
  return STYLES.find(([pattern]) => pattern.test(style))?.[1] ?? null
}
