import type { Source } from '@/domain/source/shape'

/** A source as it is sent: null for what is not known. */
export type SourceInput = Omit<Source, 'id' | 'version' | 'createdAt' | 'createdBy'>

/** A source as the controls hold it: an empty string means unknown. */
export type SourceFields = { [K in keyof SourceInput]: NonNullable<SourceInput[K]> }

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

/** The fields from values that are texts alone. */
export const typedFields = (values: Record<string, string>): SourceFields =>
  ({ ...values, primary: values['primary'] === 'true' }) as SourceFields

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

type Facts = Pick<SourceFields, 'title' | 'publisher' | 'published'>
const FACTS = ['title', 'publisher', 'published'] as const

/**
 * What a page's facts change in a form: only fields that are empty or still hold what an earlier page said. What a
 * person typed stays.
 */
export function filledBy(fields: SourceFields, facts: Facts, earlier: Facts | null): Partial<SourceFields> {
  const open = FACTS.filter((field) => fields[field].trim() === '' || fields[field] === earlier?.[field])
  return Object.fromEntries(
    open.filter((field) => fields[field] !== facts[field]).map((field) => [field, facts[field]]),
  )
}

/** Whether an address is whole enough to be asked for its page. */
export const isPageAddress = (address: string) =>
  /^https?:\/\/[^\s/.]+\.\S+$/iu.test(address.trim()) && URL.canParse(address.trim())
