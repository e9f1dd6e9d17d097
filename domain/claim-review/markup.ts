import { Parser } from 'htmlparser2'

/** `block` numbers the JSON-LD script elements of a page from 1; it is null for JSON pasted without a page. */
export type Block = { block: number | null; json: string }

/** Real pages nest less deeply. The parser's time for one tag grows with depth. */
const MAX_DEPTH = 1000
const CHUNK_UNITS = 65_536

const isJsonLd = (type: string | undefined) =>
  /^application\/ld\+json$/i.test((type ?? '').split(';', 1)[0]?.trim() ?? '')

/**
 * The JSON-LD of pasted markup: the whole text, or the content of a page's script elements. Null for a page that is
 * nested too deeply.
 */
export function jsonLdBlocks(markup: string): Block[] | null {
  const text = markup.replace(/^\ufeff/, '').trim()
  if (!text.startsWith('<')) return [{ block: null, json: text }]
  const blocks: Block[] = []
  let depth = 0
  let deep = false
  let open: string | null = null
  const parser = new Parser({
    onopentag(name, attributes) {
      depth++
      if (depth > MAX_DEPTH) deep = true
      if (name === 'script' && isJsonLd(attributes.type)) open = ''
    },
    ontext(data) {
      if (open !== null) open += data
    },
    onclosetag() {
      depth--
      if (open === null) return
      blocks.push({ block: blocks.length + 1, json: open })
      open = null
    },
  })
  for (let at = 0; at < text.length && !deep; at += CHUNK_UNITS)
    parser.write(text.slice(at, at + CHUNK_UNITS))
  if (deep) return null
  parser.end()
  return blocks
}
