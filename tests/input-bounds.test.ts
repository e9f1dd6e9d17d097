import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { api } from '@/app/api/v1/app'
import { ISSUES_MOST } from '@/text/list'
import { listOf, maximumOf } from '@/text/list'

type Def = z.core.$ZodTypes['_zod']['def'] & { format?: string }

const defOf = (schema: z.core.$ZodType) => schema._zod.def as Def

/** Formats that fix the length themselves. */
const SHORT_FORMATS = new Set(['uuid', 'date'])
const PLAIN = new Set(['number', 'int', 'boolean', 'enum', 'literal', 'null', 'undefined', 'never', 'date'])

/**
 * The paths at which a schema accepts unbounded input: a string or list without a maximum, a record with uncounted
 * members, a recursive shape, or anything at all. The paths of `free` are bounded elsewhere.
 */
function unbounded(schema: z.core.$ZodType, at: string, free: (at: string) => boolean): string[] {
  const def = defOf(schema)
  const inside = (inner: z.core.$ZodType, name = '') => unbounded(inner, at + name, free)
  if (PLAIN.has(def.type) || free(at)) return []
  switch (def.type) {
    case 'string':
      return maximumOf(def) !== undefined || SHORT_FORMATS.has(def.format ?? '') ? [] : [`${at}: string`]
    case 'array':
      return [
        ...(maximumOf(def) === undefined ? [`${at}: list`] : []),
        ...(schema._zod.traits.has('FewFaults') ? [] : [`${at}: list that collects every fault`]),
        ...inside(def.element, '[]'),
      ]
    case 'object':
      return Object.entries(def.shape).flatMap(([name, field]) => inside(field, `.${name}`))
    case 'record':
      return [
        ...((def.checks?.length ?? 0) > 0 ? [] : [`${at}: record`]),
        ...inside(def.keyType, '{name}'),
        ...inside(def.valueType, '{}'),
      ]
    case 'union':
      return def.options.flatMap((option) => inside(option))
    case 'pipe':
      // The output of a bounded value is bounded.
      return inside(defOf(def.in).type === 'transform' ? def.out : def.in)
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
      return inside(def.innerType)
    case 'transform':
      return []
    default:
      return [`${at}: ${def.type}`]
  }
}

/** Values bounded where they are read: bytes by their length, a row's value by the schema of a claim. */
const FREE = [
  /^NewClaimImport\.rows\[\]\{\}$/,
  /^POST \/articles\/\{id\}\/claims\/import body\.rows\[\]\{\}$/,
  /^POST \/verify body\.file$/,
  /^POST \/articles\/import body\.file$/,
  /^claimImportFileSchema\.bytes$/,
  /^readFileSchema\.file$/,
  // Read from the database, or from a file just after its signature was checked.
  /^reportContentSchema$/,
]
const free = (at: string) => FREE.some((known) => known.test(at))

const files = (folder: string, wanted: RegExp): string[] =>
  fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => path.join(folder, file))
    .filter((file) => wanted.test(file) && !file.includes('.test.'))

const SCHEMAS = /(^|\/)(schema|params|list)\.ts$/

const isSchema = (value: unknown): value is z.core.$ZodType =>
  typeof value === 'object' && value !== null && '_zod' in value

describe('every domain schema for input', () => {
  it.each(files('domain', SCHEMAS))('is bounded in %s', async (file) => {
    const found = (await import(path.resolve(file))) as Record<string, unknown>
    const paths = Object.entries(found).flatMap(([name, value]) =>
      isSchema(value) ? unbounded(value, name, free) : [],
    )
    expect(paths).toEqual([])
  })

  it('is the only kind that actions use', () => {
    const used = files('app', /(^|\/)(actions|route)\.ts$/).flatMap((file) => {
      const text = fs.readFileSync(file, 'utf8')
      const from = (name: string) =>
        [...text.matchAll(/import \{([^}]*)\} from '([^']+)'/g)].find(([, names = '']) =>
          names.split(',').some((one) => one.trim() === name),
        )?.[2] ?? 'nowhere'
      return [...text.matchAll(/\b(?:form|read|open)Action\(\s*(\w+)/g)].map(
        ([, name = '']) => `${name} from ${from(name)}`,
      )
    })
    expect(used.length).toBeGreaterThan(40)
    expect(used.filter((one) => !/ from @\/domain\/.+\/(schema|params|list)$/.test(one))).toEqual([])
  })
})

type Requested = {
  body?: { content: Record<string, { schema: unknown }> }
  query?: unknown
  params?: unknown
  headers?: unknown
}

describe('the HTTP API', () => {
  const routes = api.openAPIRegistry.definitions.flatMap((one) => (one.type === 'route' ? [one.route] : []))

  it('reads nothing without a bound', () => {
    expect(routes.length).toBeGreaterThan(20)
    const paths = routes.flatMap(({ method, path: address, request = {} }) => {
      const { body, query, params, headers } = request as Requested
      const parts = [
        ...Object.values(body?.content ?? {}).map(({ schema }) => ['body', schema] as const),
        ...[['query', query] as const, ['params', params] as const, ['headers', headers] as const],
      ]
      return parts.flatMap(([name, schema]) =>
        isSchema(schema) ? unbounded(schema, `${method.toUpperCase()} ${address} ${name}`, free) : [],
      )
    })
    expect(paths).toEqual([])
  })
})

it('the check itself finds unbounded input', () => {
  const loose: Record<string, z.ZodType> = {
    string: z.string(),
    pattern: z.string().regex(/^a*$/),
    list: z.array(z.int()),
    'list with a maximum that collects every fault': z.array(z.int()).max(3),
    inside: z.object({ a: z.object({ b: z.string() }).optional() }),
    piped: z
      .string()
      .transform((text) => text.split(','))
      .pipe(z.array(z.string().max(3))),
    record: z.record(z.string().max(3), z.int()),
    anything: z.unknown(),
    recursive: z.lazy(() => z.object({})),
    optional: listOf(z.string(), 3).optional(),
  }
  for (const [name, schema] of Object.entries(loose))
    expect([name, unbounded(schema, '', () => false).length]).not.toEqual([name, 0])
  const tight = z.object({ a: listOf(z.string().max(3), 3), b: z.uuid().nullish(), c: z.iso.date() })
  expect(unbounded(tight, '', () => false)).toEqual([])
})

describe('a list from outside', () => {
  const list = listOf(z.object({ a: z.string().max(3), b: z.string().max(3) }), 1_000)

  it('accepts what a plain list accepts', () => {
    const given = [
      { a: 'x', b: 'y', c: 1 },
      { a: '', b: '' },
    ]
    expect(list.parse(given)).toEqual([
      { a: 'x', b: 'y' },
      { a: '', b: '' },
    ])
    expect(list.parse([])).toEqual([])
  })

  it('looks at no element of a list that is too long', () => {
    let looked = 0
    const counting = listOf(
      z.custom(() => (looked += 1) > 0),
      3,
    )
    const { error } = counting.safeParse(new Array(1_000_000).fill(1))
    expect(error?.issues.map(({ code }) => code)).toEqual(['too_big'])
    expect(looked).toBe(0)
  })

  it('stops at the first few faults and reports their paths', () => {
    const { error } = list.safeParse(new Array(1_000).fill({ a: 1 }))
    expect(error?.issues.length).toBeLessThan(ISSUES_MOST + 2)
    expect(error?.issues.slice(0, 2).map((issue) => issue.path)).toEqual([
      [0, 'a'],
      [0, 'b'],
    ])
    expect(
      listOf(list, 10)
        .safeParse([[{}], 3])
        .error?.issues.at(-1)?.path,
    ).toEqual([1])
  })

  it('reports a missing list', () => {
    expect(listOf(z.int(), 3, { missing: 'required' }).safeParse(undefined).error?.issues[0]?.message).toBe(
      'required',
    )
    expect(list.min(1).optional().safeParse([]).error?.issues[0]?.code).toBe('too_small')
  })
})
