import { languageTag } from '@/text/direction'
import { hostOf } from '@/text/public-address'
import { checkRating } from './check-rating'
import { checkDate, checkNode, checkText, checkUrl, first, type Desk } from './checks'
import { isNode, textOf, valuesOf, type Node } from './nodes'
import { step } from './problems'

/** How much of a claim search engines show without cutting it, in user-perceived characters. */
export const CLAIM_MAX = 75

const ORGANIZATIONS = [
  'Organization',
  'NewsMediaOrganization',
  'NGO',
  'Corporation',
  'EducationalOrganization',
  'CollegeOrUniversity',
  'GovernmentOrganization',
  'PoliticalParty',
  'ResearchOrganization',
  'LibrarySystem',
  'OnlineBusiness',
  'LocalBusiness',
  'MedicalOrganization',
  'SportsOrganization',
  'PerformingGroup',
  'Project',
]
const PEOPLE = ['Person', ...ORGANIZATIONS]
/** Older markup calls the claim a creative work. */
const CLAIMS = ['Claim', 'CreativeWork']

const characters = (text: string) =>
  [...new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text)].length

function checkAuthor(desk: Desk, node: Node, path: string, missing: 'error' | 'warning'): string | null {
  const author = first(desk, node, path, 'author', missing)
  const at = step(path, 'author')
  if (author === undefined || !checkNode(desk, author, at, PEOPLE)) return null
  const [url] = valuesOf(author, 'url')
  if (url !== undefined) checkUrl(desk, url, step(at, 'url'))
  else if (missing === 'error') desk.report('warning', step(at, 'url'), 'recommended', { property: 'url' })
  return checkText(desk, author, at, 'name', missing)
}

function checkItem(desk: Desk, node: Node, path: string, reviewer: string | null) {
  const item = first(desk, node, path, 'itemReviewed', 'warning')
  const at = step(path, 'itemReviewed')
  if (item === undefined || !checkNode(desk, item, at, CLAIMS)) return
  const speaker = checkAuthor(desk, item, at, 'warning')
  if (speaker !== null && speaker.trim() === reviewer?.trim())
    desk.report('warning', step(step(at, 'author'), 'name'), 'ownSpeaker')
  checkDate(desk, item, at, 'datePublished', 'warning')
  for (const name of ['appearance', 'firstAppearance'])
    for (const value of valuesOf(item, name)) checkUrl(desk, desk.resolve(value), step(at, name))
}

function checkAddress(desk: Desk, node: Node, path: string, page: URL | null) {
  const value = first(desk, node, path, 'url', 'error')
  if (value === undefined) return
  const at = step(path, 'url')
  const url = checkUrl(desk, value, at)
  if (url && page && hostOf(url) !== hostOf(page))
    desk.report('error', at, 'urlOtherHost', { host: hostOf(url), page: hostOf(page) })
}

function checkClaim(desk: Desk, node: Node, path: string) {
  const claim = checkText(desk, node, path, 'claimReviewed', 'error')
  if (claim !== null && characters(claim.trim()) > CLAIM_MAX)
    desk.report('warning', step(path, 'claimReviewed'), 'claimLong', { max: CLAIM_MAX })
}

/**
 * Checks the properties of one ClaimReview. No search engine shows a review without `claimReviewed`, `url`, a named
 * `reviewRating` and an `author` with a name. Missing recommended properties are warnings.
 */
export function checkReview(desk: Desk, node: Node, path: string, page: URL | null): void {
  checkClaim(desk, node, path)
  checkAddress(desk, node, path, page)
  const rating = first(desk, node, path, 'reviewRating', 'error')
  if (rating !== undefined) checkRating(desk, rating, step(path, 'reviewRating'))
  const reviewer = checkAuthor(desk, node, path, 'error')
  checkDate(desk, node, path, 'datePublished', 'warning')
  checkDate(desk, node, path, 'dateModified')
  checkItem(desk, node, path, reviewer)
  const language = valuesOf(node, 'inLanguage').map((value) => (isNode(value) ? null : textOf(value)))[0]
  if (language && languageTag(language) === null)
    desk.report('warning', step(path, 'inLanguage'), 'languageUnknown', { language })
}
