import { canonicalJson, digestOf } from '@/domain/report/proof'
import type { PrintableReport, ReportContent, ReportClaim } from '@/domain/report/schema'

/** Where Web Annotation has no term, we use our own names, each with this prefix. */
const OWN_NAMES = { factdesk: 'urn:factdesk:terms:' }

const own = (name: string) => ({ id: `factdesk:${name}` })

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
  if (url === null)
    return {
      ...text(excerpt ? `${words}: ${excerpt}` : words),
      purpose: 'linking',
      'factdesk:stance': own(stance),
    }
  return {
    type: 'SpecificResource',
    source: url,
    purpose: 'linking',
    'factdesk:stance': own(stance),
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
    'factdesk:status': own(claim.status),
    'factdesk:anchor': own(claim.anchor),
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
        type: 'TimeState',
        sourceDate: revision.createdAt,
        label: `Revision ${revision.number}`,
        'factdesk:revision': revision.number,
        'factdesk:sha256': revision.sha256,
      },
    },
  }
}

/**
 * The collection's own name. An issued report is named by its address on the verification page, which no other report
 * has. A preview is named by its content (RFC 6920).
 */
function nameOf({ content, proof }: PrintableReport): string {
  if (!proof) {
    const digest = Buffer.from(digestOf(canonicalJson(content)), 'hex').toString('base64url')
    return `ni:///sha-256;${digest}`
  }
  return `${content.verifyUrl}?number=${proof.number}&digest=${proof.digest}`
}

/**
 * A frozen report as a collection of W3C Web Annotations, one per claim. Positions count code points of the revision's
 * text, as the model requires (Web Annotation Data Model, 4.2.5). A claim whose words are gone has only its quote.
 */
export function reportJsonLd(report: PrintableReport): object {
  const { content } = report
  const { article, claims, kind, newsroom, number, issuedAt } = content
  const id = nameOf(report)
  return {
    '@context': ['http://www.w3.org/ns/anno.jsonld', OWN_NAMES],
    id,
    type: 'AnnotationCollection',
    label: article.title,
    creator: { type: 'Organization', name: newsroom },
    created: issuedAt,
    'factdesk:kind': kind,
    ...(number && { 'factdesk:report': number }),
    total: claims.length,
    first: {
      id: `${id}#claims`,
      type: 'AnnotationPage',
      partOf: id,
      startIndex: 0,
      items: claims.map((claim) => annotation(claim, content)),
    },
  }
}
