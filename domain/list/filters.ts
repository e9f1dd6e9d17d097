import { z } from 'zod'
import { likePattern, nearForms, searchTerms, wholePhrase } from '@/text/search'
import { choicesOf, ids, names, NOBODY, people } from './schema'
import type { Bind, Filter } from './table'

/** One value alone is compared as such, so that an index gives its rows in order. */
const anyOf = (column: string, cast: string) => (given: readonly string[], bind: Bind) =>
  given.length === 1 ? `${column} = ${bind(given[0], cast)}` : `${column} = any(${bind(given, `${cast}[]`)})`

/** A filter; its condition may depend on the context that the list is read in. */
export const filter = <Schema extends z.ZodType, Context = never>(
  schema: Schema,
  where?: (value: z.output<Schema>, bind: Bind, context: Context) => string,
  join?: string,
): Filter<Schema> => ({ schema, where, join })

/** One id, or null for rows without one. */
export const oneId = (column: string) =>
  filter(z.uuid('notAnId').nullable(), (id, bind) =>
    id === null ? `${column} is null` : `${column} = ${bind(id, 'uuid')}`,
  )

/** Any of the values of an enum; `cast` is its type in the database. */
export const anyChoice = <T extends string>(allowed: readonly T[], column: string, cast: `"${string}"`) =>
  filter(choicesOf(allowed), anyOf(column, cast))

export const anyId = (column: string) => filter(ids, anyOf(column, 'uuid'))

export const anyName = (column: string, join?: string) => filter(names, anyOf(column, 'text'), join)

/** People by their ids, or nobody. */
export const anybody = (column: string) =>
  filter(people, (given, bind) => {
    const persons = given.filter((one) => one !== NOBODY)
    const named = `${column} = any(${bind(persons, 'uuid[]')})`
    return persons.length < given.length ? `(${named} or ${column} is null)` : named
  })

/** The condition that a column, folded by its spelling, contains every word of a query or a near form of it. */
export const containsWords = (column: string, query: string, bind: Bind): string =>
  searchTerms(query)
    .map((term) => {
      const exact = `${column} like ${bind(likePattern(term), 'text')}`
      const near = nearForms(term)
      return near === null ? exact : `(${exact} or ${column} ~ ${bind(near, 'text')})`
    })
    .join(' and ') || 'true'

/**
 * How far a row is from the words of a query: 0 when it has them as one phrase, 1 when it has them all, 2 with a near
 * form. Null when all rows that contain the words are equally far.
 */
export function distanceOfWords(column: string, query: string, bind: Bind): string | null {
  const phrase = wholePhrase(query)
  if (phrase === null) return null
  const exact = searchTerms(query).map((term) => `${column} like ${bind(likePattern(term), 'text')}`)
  return `case when ${column} like ${bind(likePattern(phrase), 'text')} then 0
    when ${exact.join(' and ') || 'true'} then 1 else 2 end`
}

/** Words that a folded column contains in any spelling. */
export const words = <Schema extends z.ZodType<string | undefined>>(
  column: string,
  schema: Schema,
): Filter<Schema> => ({
  ...filter(schema, (query, bind) => containsWords(column, query ?? '', bind)),
  distance: (query, bind) => distanceOfWords(column, query ?? '', bind),
})
