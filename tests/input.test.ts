import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { loadCase } from '@/tests/cases/load'
import { addUserSchema, makeTokenSchema } from '@/domain/user/schema'

type Inner = { _zod: { def: Record<string, unknown> & { type: string } } }

/** The schemas for a sender's input: all schemas of the domain except those for the desk's own data. */
const modules = import.meta.glob<Record<string, unknown>>(
  ['../domain/**/schema.ts', '!../domain/report/schema.ts'],
  { eager: true },
)
/** Markup is read as text, and characters that cannot be stored are dropped there. */
const MARKUP = /readPasteSchema\.html$|validateMarkupSchema\.markup$|\.list$/

const defOf = (schema: unknown) => (schema as Inner)._zod.def

/** Whether a schema starts from text: a string, or a value made from one. */
function takesText(schema: unknown): boolean {
  const def = defOf(schema)
  return (
    def.type === 'string' ||
    (def.type === 'pipe' && takesText(def.in)) ||
    (WRAPS.includes(def.type) && takesText(def.innerType))
  )
}
const WRAPS = ['optional', 'nullable', 'default', 'prefault', 'nonoptional', 'catch', 'readonly']

/** Every path of a schema that accepts text, with its schema. */
function texts(schema: unknown, path: string): [string, z.ZodType][] {
  const def = defOf(schema)
  if (takesText(schema)) return [[path, schema as z.ZodType]]
  if (def.type === 'object')
    return Object.entries(def.shape as Record<string, unknown>).flatMap(([name, one]) =>
      texts(one, `${path}.${name}`),
    )
  if (def.type === 'array') return texts(def.element, `${path}[]`)
  if (def.type === 'union') return (def.options as unknown[]).flatMap((one) => texts(one, path))
  if (def.type === 'pipe') return texts(def.in, path)
  if (WRAPS.includes(def.type)) return texts(def.innerType, path)
  return []
}

const paths = Object.entries(modules).flatMap(([file, exported]) =>
  Object.entries(exported)
    .filter(([, value]) => typeof value === 'object' && value !== null && '_zod' in value)
    .flatMap(([name, schema]) => texts(schema, `${file} ${name}`)),
)

describe('no text from a sender', () => {
  const stored = paths.filter(([path]) => !MARKUP.test(path))

  it('is overlooked', () => expect(stored.length).toBeGreaterThan(100))

  it.each([
    ['NUL', '\0'],
    ['the first half of a surrogate pair', '\ud83d'],
    ['the second half', '\ude00'],
  ])('may contain %s', (_name, bad) => {
    const given = [
      bad,
      `a${bad}b`,
      `a long enough text ${bad} of words`,
      `https://example.org/${bad}`,
      `2026-01-0${bad}`,
    ]
    const taken = stored.filter(([, schema]) => given.some((text) => schema.safeParse(text).success))
    expect(taken.map(([path]) => path)).toEqual([])
  })
})

describe('the name of a person', () => {
  const { rows } = loadCase<{ rows: { name: string; right: string }[] }>('N22_names')
  const of = (name: string) =>
    addUserSchema.safeParse({ email: 'a@example.org', role: 'viewer', password: 'long enough words', name })

  it.each(rows)('$name: $right', ({ name, right }) =>
    expect(of(name).success).toBe(!right.startsWith('refused')),
  )

  it.each([
    ['white space', ' \t\u00a0\u3000'],
    ['fillers of Hangul', '\u3164\u115f\uffa0'],
    ['a joiner and a mark', '\u200d\u0301'],
    ['tags', '\u{e0041}\u{e0042}'],
    ['an empty pattern of Braille', '\u2800'],
    ['a line break inside', 'Noor\nLayan'],
    ['a separator of lines', 'Noor\u2028Layan'],
    ['an escape', 'Noor\u001b[31m'],
  ])('is refused for %s', (_what, name) => {
    expect(of(name).success).toBe(false)
    expect(makeTokenSchema.safeParse({ name }).success).toBe(false)
  })

  it.each(['نور ليان', 'Ng', '李', 'می‌گوید', 'O’Neill-Smith', '👩‍👩‍👦', 'क्षि'])('may be %s', (name) =>
    expect(of(name).success).toBe(true),
  )
})
