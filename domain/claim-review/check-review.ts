import { languageTag } from '@/text/direction'
import { hostOf } from '@/text/public-address'
import { checkRating } from './check-rating'
import { addressIn, checkDate, checkNode, checkText, checkUrl, each, first, has, type Desk } from './checks'
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

/**
 * Checks the authors of a review. None is required, but one that is given must be a person or an organization with a
 * name or an address (Google, ClaimReview.author).
 * @returns their names
 */
function checkReviewers(desk: Desk, node: Node, path: string): string[] {
  return each(desk, node, path, 'author', 'warning').flatMap(({ value, path: at }) => {
    if (!checkNode(desk, value, at, PEOPLE)) return []
    const named = has(value, 'name')
    if (has(value, 'url')) checkUrl(desk, addressIn(value), step(at, 'url'), named ? 'warning' : 'error')
    else if (named) desk.report('warning', step(at, 'url'), 'recommended', { property: 'url' })
    const name = checkText(desk, value, at, 'name', has(value, 'url') ? 'warning' : 'error')
    return name === null ? [] : [name]
  })
}

/** A claim need not have an author, but one that is given must have a name (Google, Claim.author). */
function checkSpeakers(desk: Desk, item: Node, path: string, reviewers: readonly string[]) {
  for (const { value, path: at } of each(desk, item, path, 'author', 'warning')) {
    if (!checkNode(desk, value, at, PEOPLE)) continue
    const name = checkText(desk, value, at, 'name', 'error')?.trim()
    if (reviewers.some((reviewer) => reviewer.trim() === name))
      desk.report('warning', step(at, 'name'), 'ownSpeaker')
    if (has(value, 'url')) checkUrl(desk, addressIn(value), step(at, 'url'), 'warning')
  }
}

/** A place where the claim appeared is an address, or a work described in line, which had better have an address. */
function checkAppearance(desk: Desk, value: unknown, path: string) {
  const described = isNode(value) && addressIn(value) === undefined
  if (described) desk.report('warning', step(path, 'url'), 'recommended', { property: 'url' })
  else checkUrl(desk, value, path, 'warning')
}

function checkItems(desk: Desk, node: Node, path: string, reviewers: readonly string[]) {
  for (const { value: item, path: at } of each(desk, node, path, 'itemReviewed', 'warning')) {
    if (!checkNode(desk, item, at, CLAIMS, 'warning')) continue
    checkSpeakers(desk, item, at, reviewers)
    checkDate(desk, item, at, 'datePublished', 'warning')
    for (const name of ['appearance', 'firstAppearance'])
      for (const { value, path: where } of each(desk, item, at, name)) checkAppearance(desk, value, where)
  }
}

const site = (url: URL) => hostOf(url).replace(/^www\./, '')
const isUnder = (host: string, domain: string) => host === domain || host.endsWith(`.${domain}`)

/** The address must be of the page's domain or below it (Google, ClaimReview.url). A `www.` makes no difference. */
function checkAddress(desk: Desk, node: Node, path: string, page: URL | null) {
  const value = first(desk, node, path, 'url', 'error')
  if (value === undefined) return
  const at = step(path, 'url')
  const url = checkUrl(desk, value, at)
  if (!url || !page || isUnder(site(url), site(page))) return
  const key = isUnder(site(page), site(url)) ? 'urlParentHost' : 'urlOtherHost'
  const params = { host: hostOf(url), page: hostOf(page) }
  desk.report(key === 'urlParentHost' ? 'warning' : 'error', at, key, params)
}

function checkClaim(desk: Desk, node: Node, path: string) {
  const claim = checkText(desk, node, path, 'claimReviewed', 'error')
  if (claim !== null && characters(claim.trim()) > CLAIM_MAX)
    desk.report('warning', step(path, 'claimReviewed'), 'claimLong', { max: CLAIM_MAX })
}

/**
 * Checks the properties of one ClaimReview. Google requires `claimReviewed`, `url` and a `reviewRating` in words, and
 * some values of what it does not require. All else is a warning.
 */
export function checkReview(desk: Desk, node: Node, path: string, page: URL | null): void {
  checkClaim(desk, node, path)
  checkAddress(desk, node, path, page)
  for (const { value, path: at } of each(desk, node, path, 'reviewRating', 'error'))
    checkRating(desk, value, at)
  const reviewers = checkReviewers(desk, node, path)
  checkDate(desk, node, path, 'datePublished', 'warning')
  checkDate(desk, node, path, 'dateModified')
  checkItems(desk, node, path, reviewers)
  const language = valuesOf(node, 'inLanguage').map((value) => (isNode(value) ? null : textOf(value)))[0]
  if (language && languageTag(language) === null)
    desk.report('warning', step(path, 'inLanguage'), 'languageUnknown', { language })
}
