import { z } from 'zod'
import { likePattern, searchTerms } from '@/text/search'
import { choicesOf, ids, names, NOBODY, people } from './schema'
import type { Bind, Filter } from './table'

const anyOf = (column: string, cast: string) => (given: readonly string[], bind: Bind) =>
  `${column} = any(${bind(given, `${cast}[]`)})`

export const filter = <Schema extends z.ZodType>(
  schema: Schema,
  where?: (value: z.output<Schema>, bind: Bind) => string,
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

/** Words that a folded column contains in any spelling. */
export const words = <Schema extends z.ZodType<string | undefined>>(column: string, schema: Schema) =>
  filter(
    schema,
    (query, bind) =>
      searchTerms(query ?? '')
        .map((term) => `${column} like ${bind(likePattern(term), 'text')}`)
        .join(' and ') || 'true',
  )
