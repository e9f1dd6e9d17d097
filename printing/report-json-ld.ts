import { ANCHOR_STATES } from '@/domain/anchor/shape'
import { CLAIM_STATUSES } from '@/domain/claim/statuses'
import type { ReportContent, ReportClaim } from '@/domain/report/schema'

/** Our own terms, where Web Annotation has none. */
const OWN_TERMS = {
  factdesk: 'urn:factdesk:terms:',
  status: { '@id': 'factdesk:status', '@type': '@vocab' },
  ...Object.fromEntries(CLAIM_STATUSES.toReversed().map((status) => [status, `factdesk:${status}`])),
  anchor: { '@id': 'factdesk:anchor', '@type': '@vocab' },
  ...Object.fromEntries(ANCHOR_STATES.map((state) => [state, `factdesk:${state}`])),
  stance: { '@id': 'factdesk:stance', '@type': '@vocab' },
  supports: 'factdesk:supports',
  refutes: 'factdesk:refutes',
  context: 'factdesk:context',
  sha256: 'factdesk:sha256',
  revision: 'factdesk:revision',
  report: 'factdesk:report',
  kind: 'factdesk:kind',
}

type Source = ReportClaim['sources'][number]

const text = (value: string, language?: string) => ({
  type: 'TextualBody',
  value,
  format: 'text/plain',
  ...(language && { language }),
})

/** A source with an address becomes a link; a source without one becomes text. */
function sourceBody(source: Source) {
  const { title, publisher, locator, excerpt, url, stance } = source
  const words = [title, publisher, locator].filter(Boolean).join(', ')
  if (url === null) return { ...text(excerpt ? `${words}: ${excerpt}` : words), purpose: 'linking', stance }
  return {
    type: 'SpecificResource',
    source: url,
    purpose: 'linking',
    stance,
    ...(words && { label: words }),
    ...(excerpt && { selector: { type: 'TextQuoteSelector', exact: excerpt } }),
  }
}

function selectors({ quote, prefix, suffix, position }: ReportClaim) {
  const byQuote = {
    type: 'TextQuoteSelector',
    exact: quote,
    ...(prefix && { prefix }),
    ...(suffix && { suffix }),
  }
  // A position counts in the text, which is the target's source; the headline is not part of it.
  if (!position || position.part === 'headline') return [byQuote]
  const { start, end } = position.codePoints
  return [byQuote, { type: 'TextPositionSelector', start, end }]
}

function annotation(claim: ReportClaim, { article, revision, internal }: ReportContent) {
  const { finding, reviewedAt, reviewedBy, writers } = claim
  const authors = internal ? (writers?.finding ?? []).map((name) => ({ type: 'Person', name })) : []
  return {
    id: `urn:uuid:${claim.id}`,
    type: 'Annotation',
    motivation: 'assessing',
    status: claim.status,
    anchor: claim.anchor,
    ...(reviewedAt && { created: reviewedAt }),
    ...(internal && reviewedBy && { creator: { type: 'Person', name: reviewedBy } }),
    body: [
      { ...text(claim.status, 'en'), purpose: 'tagging' },
      ...(finding
        ? [
            {
              ...text(finding, article.language),
              purpose: 'assessing',
              ...(authors.length > 0 && { creator: authors }),
            },
          ]
        : []),
      ...claim.sources.map(sourceBody),
    ],
    target: {
      type: 'SpecificResource',
      source: article.canonicalUrl ?? `urn:uuid:${article.id}`,
      selector: selectors(claim),
      state: {
        type: 'State',
        label: `Revision ${revision.number}`,
        revision: revision.number,
        sha256: revision.sha256,
      },
    },
  }
}

/**
 * A frozen report as a collection of W3C Web Annotations, one per claim. Positions count code points of the revision's
 * text, as the model requires (Web Annotation Data Model, 4.2.5). A claim whose words are gone has only its quote.
 */
export function reportJsonLd(content: ReportContent): object {
  const { article, claims, kind, newsroom, number, issuedAt, verifyUrl } = content
  return {
    '@context': ['http://www.w3.org/ns/anno.jsonld', OWN_TERMS],
    id: verifyUrl,
    type: 'AnnotationCollection',
    label: article.title,
    creator: { type: 'Organization', name: newsroom },
    created: issuedAt,
    kind,
    ...(number && { report: number }),
    total: claims.length,
    first: {
      id: `${verifyUrl}#claims`,
      type: 'AnnotationPage',
      startIndex: 0,
      items: claims.map((claim) => annotation(claim, content)),
    },
  }
}
