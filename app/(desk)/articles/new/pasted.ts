/** In UTF-16 units. If the markup is longer, the browser pastes its plain text instead. */
const MARKUP_MAX = 3_000_000
const BLOCKS = /<(?:h[1-6]|p|li|t[dh]|blockquote)[\s>]/i
const FRONT_MATTER = /^\s*---\r?\n/

/** Whether a text starts with Markdown front matter. */
export const hasFrontMatter = (text: string) => FRONT_MATTER.test(text)

/**
 * The pasted markup if it has paragraphs, headings, lists or tables that its plain text lacks. Code editors copy
 * coloured lines without such structure; pasted Markdown stays plain text.
 */
export function structuredMarkup(data: Pick<DataTransfer, 'getData'>): string | null {
  const html = data.getData('text/html')
  if (html.length > MARKUP_MAX || !BLOCKS.test(html)) return null
  return hasFrontMatter(data.getData('text/plain')) ? null : html
}
