import type { Stance } from '@/domain/claim/statuses'
import type { SOURCE_KINDS } from '@/domain/source/schema'

type Known = {
  kind: (typeof SOURCE_KINDS)[number]
  title: string
  publisher: string
  stance: Stance
  primary: boolean
  excerpt: string
  locator: string
}

/** A source as the desk sends and shows it: null means unknown. Days are YYYY-MM-DD. */
export type SourceInput = Known & { url: string | null; published: string | null; accessed: string | null }

/** A source as the controls hold it: an empty string means unknown. */
export type SourceFields = Known & { url: string; published: string; accessed: string }

export const NO_SOURCE: SourceFields = {
  kind: 'link',
  title: '',
  publisher: '',
  url: '',
  stance: 'supports',
  primary: false,
  excerpt: '',
  locator: '',
  published: '',
  accessed: '',
}

export const FIELDS = Object.keys(NO_SOURCE) as (keyof SourceFields)[]

export const toInput = (fields: SourceFields): SourceInput => ({
  ...fields,
  url: fields.url || null,
  published: fields.published || null,
  accessed: fields.accessed || null,
})

export const toFields = (source: SourceInput): SourceFields => ({
  kind: source.kind,
  title: source.title,
  publisher: source.publisher,
  stance: source.stance,
  primary: source.primary,
  excerpt: source.excerpt,
  locator: source.locator,
  url: source.url ?? '',
  published: source.published ?? '',
  accessed: source.accessed ?? '',
})
