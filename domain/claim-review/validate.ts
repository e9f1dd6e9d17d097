import { lookAtJson } from '@/text/json-bounds'
import { anchorsOf } from './anchors'
import { checkReview } from './check-review'
import { addressIn, type Desk } from './checks'
import { jsonLdBlocks } from './markup'
import { isNode, readDocument, textOf, valuesOf, type FoundReview, type Node } from './nodes'
import { step } from './problems'
import type { CheckedMarkup, CheckedReview, Problem } from './shape'

/** More reviews than any real page has; the rest is not read. */
export const REVIEWS_MAX = 100

const isError = ({ severity }: Problem) => severity === 'error'

/** The limits for all JSON of one page. A hundred reviews have about half as many values; real markup is less deep. */
const JSON_MOST = { values: 10_000, depth: 100 }

function parse(json: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(json) as unknown }
  } catch {
    return null
  }
}

function checkFound(
  { path, node, hasContext }: FoundReview,
  { block, byId, page }: { block: number | null; byId: Map<string, Node>; page: URL | null },
): CheckedReview {
  const problems: Problem[] = []
  const desk: Desk = {
    report: (severity, at, key, params = {}) => problems.push({ path: at, severity, key, params }),
    resolve: (value) => {
      const id = isNode(value) && Object.keys(value).length === 1 ? value['@id'] : undefined
      return typeof id === 'string' ? (byId.get(id) ?? value) : value
    },
  }
  const prefixed = [node['@type']].flat().some((type) => typeof type === 'string' && type.includes(':'))
  if (!hasContext && !prefixed) desk.report('error', step(path, '@context'), 'contextMissing')
  checkReview(desk, node, path, page)
  const claimReviewed = textOf(valuesOf(node, 'claimReviewed')[0])
  return { block, path, claimReviewed, valid: !problems.some(isError), problems }
}

/** What is worth knowing about several reviews in one page, given their addresses. */
function besideOthers(addresses: readonly string[]): Pick<Problem, 'key' | 'params'>[] {
  if (addresses.length < 2) return []
  const ids = anchorsOf(addresses)
  const shared = [...new Set(addresses.filter((one, at) => one !== '' && addresses.indexOf(one) !== at))]
  return [
    { key: 'severalReviews', params: { count: addresses.length, anchors: ids.length, ids: ids.join(', ') } },
    ...shared.map((address) => ({ key: 'sharedAddress' as const, params: { address } })),
  ]
}

/**
 * Checks pasted markup against the rules of schema.org and the search engines for ClaimReview. The JSON-LD may be an
 * object, a list or a `@graph`, alone or in the script elements of a page.
 * @param page the address of the page with the markup, if known
 */
export function validateMarkup(markup: string, page: string | null): CheckedMarkup {
  const answer: CheckedMarkup = { valid: false, problems: [], reviews: [] }
  const report = (block: number | null, key: Problem['key'], params: Problem['params'] = {}) =>
    answer.problems.push({ block, path: '$', severity: 'error', key, params })
  const addresses: string[] = []
  const blocks = jsonLdBlocks(markup)
  if (!blocks) report(null, 'tooDeep')
  const pageUrl = page === null ? null : new URL(page)
  let found = 0
  let values = 0
  for (const { block, json } of blocks ?? []) {
    const look = lookAtJson(json, { ...JSON_MOST, values: JSON_MOST.values - values })
    values += look.values
    if (look.excess) {
      report(block, 'tooMuchJson', { max: JSON_MOST.values, levels: JSON_MOST.depth })
      break
    }
    const document = parse(json)
    if (!document) {
      report(block, 'notJson')
      continue
    }
    const { reviews, byId } = readDocument(document.value)
    for (const review of reviews.slice(0, Math.max(0, REVIEWS_MAX - found))) {
      answer.reviews.push(checkFound(review, { block, byId, page: pageUrl }))
      addresses.push(textOf(addressIn(valuesOf(review.node, 'url')[0])) ?? '')
    }
    found += reviews.length
  }
  if (found > REVIEWS_MAX) report(null, 'tooManyReviews', { found, max: REVIEWS_MAX })
  else
    for (const { key, params } of besideOthers(addresses))
      answer.problems.push({ block: null, path: '$', severity: 'warning', key, params })
  if (found === 0 && answer.problems.length === 0) report(null, 'noReview')
  answer.valid =
    answer.reviews.length > 0 && !answer.problems.some(isError) && answer.reviews.every(({ valid }) => valid)
  return answer
}
