import { findMatches } from '@/text/search'
import './highlight.css'

/** Highlights the words of a search in a text, ignoring differences of spelling. */
export function Highlight({ text, query }: { text: string; query: string }) {
  const hits = query ? findMatches(text, query) : []
  if (hits.length === 0) return text
  return hits.flatMap((hit, index) => {
    const from = hits[index - 1]?.end ?? 0
    return [
      text.slice(from, hit.start),
      <mark key={hit.start} className="hit">
        {text.slice(hit.start, hit.end)}
      </mark>,
      index === hits.length - 1 ? text.slice(hit.end) : '',
    ]
  })
}
