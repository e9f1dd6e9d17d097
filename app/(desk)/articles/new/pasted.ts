/** In UTF-16 units; markup longer than that is pasted as the plain text beside it. */
const MARKUP_MAX = 3_000_000
const BLOCKS = /<(?:h[1-6]|p|li|t[dh]|blockquote)[\s>]/i
const FRONT_MATTER = /^\s*---\r?\n/

/** Whether a text begins with Markdown's front matter. */
export const hasFrontMatter = (text: string) => FRONT_MATTER.test(text)

/**
 * The markup of what is pasted, when it has paragraphs, headings, lists or tables that the plain text beside it loses.
 * Code editors copy coloured lines without any, and Markdown stays what it is.
 */
export function structuredMarkup(data: Pick<DataTransfer, 'getData'>): string | null {
  const html = data.getData('text/html')
  if (html.length > MARKUP_MAX || !BLOCKS.test(html)) return null
  return hasFrontMatter(data.getData('text/plain')) ? null : html
}
