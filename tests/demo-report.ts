import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { newClaimSchema } from '@/domain/claim/schema'
import { anchorAt } from '@/text/anchor'
import { readDraft } from '@/importing/text-file'
import { someClaim, someSource, type Given } from './report'

const DEMO = new URL('../scripts/demo/', import.meta.url)
const reviewSchema = z.object({ claims: z.array(newClaimSchema) })

export const DEMO_ARTICLES = ['central-asia-brief.en', 'quiet-diplomacy.ar', 'water-note.ar'] as const

/** The review of a demo article as the desk would read it, for `someReport` and `someContent`. */
export function demoReview(name: (typeof DEMO_ARTICLES)[number]): Given {
  const markdown = readFileSync(new URL(`${name}.md`, DEMO), 'utf8')
  const { claims } = reviewSchema.parse(
    JSON.parse(readFileSync(new URL(`${name}.review.json`, DEMO), 'utf8')),
  )
  const { text, title, byline, dateline, language } = readDraft(markdown, 'markdown')
  return {
    text,
    article: { title, byline, dateline, language: language ?? name.slice(-2) },
    claims: claims.map((claim, index) => {
      const start = text.indexOf(claim.quote)
      if (start === -1) throw new Error(`Not in the article: ${claim.quote}`)
      return someClaim({
        ...anchorAt(text, start, start + claim.quote.length),
        number: index + 1,
        status: claim.status,
        finding: claim.finding,
        sources: claim.sources.map((source) =>
          someSource({
            stance: source.stance,
            title: source.title,
            publisher: source.publisher ?? '',
            url: source.url ?? null,
            excerpt: source.excerpt ?? '',
            locator: source.locator ?? '',
          }),
        ),
      })
    }),
  }
}
