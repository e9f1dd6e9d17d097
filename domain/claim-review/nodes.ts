import { step } from './problems'

export type Node = Record<string, unknown>

/** A ClaimReview and its place in a document. */
export type FoundReview = { path: string; node: Node; hasContext: boolean }

const SCHEMA_ORG = /^https?:\/\/(?:www\.)?schema\.org(?:\/|\/docs\/jsonldcontext\.jsonld)?$/i
const PREFIX = /^(?:schema:|https?:\/\/schema\.org\/)/
/** Deeper than any real markup. */
const MAX_DEPTH = 100

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The types of a node without the vocabulary's prefix. */
export const typesOf = (node: Node): string[] =>
  [node['@type']]
    .flat()
    .filter((type) => typeof type === 'string')
    .map((type) => type.replace(PREFIX, ''))

/** The values of a property by its schema.org name, in any spelling of its key; a list yields each of its items. */
export function valuesOf(node: Node, name: string): unknown[] {
  const value =
    node[name] ??
    node[`schema:${name}`] ??
    node[`https://schema.org/${name}`] ??
    node[`http://schema.org/${name}`]
  return [value].flat().filter((one) => one !== undefined && one !== null)
}

/** A plain text, or the text of a value with a language; null for anything else. */
export function textOf(value: unknown): string | null {
  const plain = isNode(value) ? value['@value'] : value
  return typeof plain === 'string' ? plain : null
}

const namesSchema = (context: unknown): boolean =>
  [context].flat().some((one) => {
    const named = isNode(one) ? one['@vocab'] : one
    return typeof named === 'string' && SCHEMA_ORG.test(named.trim())
  })

/** Every ClaimReview of a JSON document in document order, and the nodes that `@id` references point to. */
export function readDocument(document: unknown): { reviews: FoundReview[]; byId: Map<string, Node> } {
  const reviews: FoundReview[] = []
  const byId = new Map<string, Node>()
  const waiting = [{ value: document, path: '$', hasContext: false, depth: 0 }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, path, depth } = next
    if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) continue
    let { hasContext } = next
    if (isNode(value)) {
      if ('@context' in value) hasContext = namesSchema(value['@context'])
      const id = value['@id']
      if (typeof id === 'string' && Object.keys(value).length > 1 && !byId.has(id)) byId.set(id, value)
      if (typesOf(value).includes('ClaimReview')) reviews.push({ path, node: value, hasContext })
    }
    const children = Array.isArray(value) ? [...value.entries()] : Object.entries(value)
    for (const [name, child] of children.reverse())
      if (name !== '@context')
        waiting.push({ value: child as unknown, path: step(path, name), hasContext, depth: depth + 1 })
  }
  return { reviews, byId }
}
