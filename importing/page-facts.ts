import { jsonExcess } from '@/text/json-bounds'
import { charsetOfMarkup } from './charset'
import { decodeDeclared } from './decode'
import type { Fetched } from './fetched'
import { HeadReader } from './html-head'
import { walkHtml, type HtmlVisitor } from './html-walk'
import { oneLine } from './title'

/** What a page says about itself; empty where it says nothing. `published` is as the page writes it. */
export type PageFacts = { title: string; publisher: string; published: string; url: string }

const TITLES = ['og:title', 'citation_title', 'dc.title', 'twitter:title', 'headline']
const PUBLISHERS = [
  'og:site_name',
  'citation_publisher',
  'citation_journal_title',
  'dc.publisher',
  'application-name',
]
const DATES = [
  'article:published_time',
  'datepublished',
  'citation_publication_date',
  'citation_date',
  'dc.date.issued',
  'dc.date',
  'parsely-pub-date',
  'pubdate',
  'date',
]
/** In UTF-16 units. */
const PUBLISHER_MAX = 300
const DATE_MAX = 80
/** Between the title of a page and the name of its site. */
const SEPARATOR = /\s+[|–—·•»«:-]\s+/u
/** JSON-LD that describes the page's own text, by schema.org type. */
const OF_THE_PAGE = /Article|Report|BlogPosting|ClaimReview|WebPage|Dataset|CreativeWork|Book|Legislation/u
const MOST_NODES = 200
/** A page that says more about itself says nothing that a person would type. */
const BOUNDS = { depth: 32, values: 20_000 }

/** Collects the first date that the page marks up outside its head. */
class DateReader implements HtmlVisitor {
  published = ''
  readonly json: string[] = []

  open(name: string, attributes: Record<string, string>): void {
    if (this.published !== '' || name === 'meta') return
    if (/\bdatePublished\b/iu.test(attributes.itemprop ?? ''))
      this.published = attributes.datetime ?? attributes.content ?? ''
    else if (name === 'time' && attributes.pubdate !== undefined) this.published = attributes.datetime ?? ''
  }

  data(json: string): void {
    this.json.push(json)
  }
}

type Node = Record<string, unknown>
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const asList = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value]
const asWords = (value: unknown) => (typeof value === 'string' ? value : '')

/** The nodes of JSON-LD blocks that describe the page, in order; blocks that are no JSON, or too much of it, say nothing. */
function nodesOf(blocks: readonly string[]): Node[] {
  const nodes = blocks.flatMap((json) => {
    if (jsonExcess(json, BOUNDS)) return []
    try {
      return asList(JSON.parse(json))
    } catch {
      return []
    }
  })
  const all = nodes.filter(isNode).flatMap((node) => [node, ...asList(node['@graph']).filter(isNode)])
  return all
    .slice(0, MOST_NODES)
    .filter((node) => asList(node['@type']).some((type) => OF_THE_PAGE.test(asWords(type))))
}

const firstOf = (values: readonly string[]) => values.find((value) => value.trim() !== '') ?? ''

const nameOf = (value: unknown) =>
  firstOf(asList(value).map((one) => (isNode(one) ? asWords(one.name) : asWords(one))))

/** The title without the name of its site, which many pages write before or behind it. */
function withoutSite(title: string, site: string): string {
  if (site === '') return title
  const parts = title.split(SEPARATOR)
  const same = (part: string | undefined) => part?.toLowerCase() === site.toLowerCase()
  if (parts.length < 2) return title
  if (same(parts.at(-1)))
    return title.slice(0, title.length - (parts.at(-1)?.length ?? 0)).replace(/\s+\S\s+$/u, '')
  return same(parts[0]) ? title.slice(parts[0]?.length ?? 0).replace(/^\s+\S\s+/u, '') : title
}

const hostOf = (address: string) =>
  URL.canParse(address) ? new URL(address).hostname.replace(/^www\./u, '') : ''

/**
 * Reads what a fetched page says about itself as a source: Open Graph, Dublin Core, Highwire Press, schema.org and
 * `title`, in this order of trust for each fact. A page without a publisher is named by its host.
 * @throws ImportProblem when the page cannot be decoded or walked
 */
export function factsOfPage({ bytes, contentType, charset, finalAddress }: Fetched): PageFacts {
  const plain = contentType === 'text/plain'
  if (plain) return { title: '', publisher: hostOf(finalAddress), published: '', url: finalAddress }
  const { text } = decodeDeclared(bytes, { declared: charset ?? charsetOfMarkup(bytes) ?? undefined })
  const [head, dates] = [new HeadReader(), new DateReader()]
  walkHtml(text, [head, dates])
  const nodes = nodesOf(dates.json)
  const said = (field: string) => firstOf(nodes.map((node) => asWords(node[field])))
  const meta = (names: readonly string[]) => firstOf(names.map((name) => head.meta(name)))
  const site = oneLine(
    firstOf([meta(PUBLISHERS), ...nodes.map((node) => nameOf(node.publisher))]),
    PUBLISHER_MAX,
  )
  const title = oneLine(firstOf([meta(TITLES), said('headline'), said('name'), head.title]))
  return {
    title: withoutSite(title, site),
    publisher: site || hostOf(finalAddress),
    published: firstOf([meta(DATES), said('datePublished'), dates.published])
      .trim()
      .slice(0, DATE_MAX),
    url: finalAddress,
  }
}
