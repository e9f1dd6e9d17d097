import { describe, expect, it } from 'vitest'
import { loadCase } from '@/tests/cases/load'
import { newPassword, normalEmail, normalPassword, PASSWORD_MAX_BYTES } from './schema'

describe('email addresses', () => {
  type Case = { pairs: { a: string; b: string; same: boolean; b_accepted?: boolean }[] }
  const { pairs } = loadCase<Case>('C53_emails')

  it.each(pairs)('$a and $b', ({ a, b, same, b_accepted: accepted }) => {
    const [one, two] = [normalEmail(a), normalEmail(b)]
    if (accepted === false) expect(two).toBeNull()
    if (same) expect(two).toBe(one)
    else expect(two === null || two !== one).toBe(true)
  })

  it('are compared in lower case, without invisible marks at the ends', () => {
    expect(normalEmail('Mona@Desk.TEST')).toBe('mona@desk.test')
    expect(normalEmail('\u200f mona@desk.test\u00a0')).toBe('mona@desk.test')
  })

  it.each(['', 'mona', 'mona@', '@desk.test', 'mo na@desk.test', 'mona\u200f@desk.test', 'a@b', 'a@b..c'])(
    'are refused when invalid: %j',
    (given) => {
      expect(normalEmail(given)).toBeNull()
      expect(normalEmail(given), 'asked again').toBeNull()
    },
  )

  it('that are too long are refused', () => {
    expect(normalEmail(`${'a'.repeat(1_000_000)}@desk.test`)).toBeNull()
    expect(normalEmail(`a@${'b.'.repeat(150)}`)).toBeNull()
  })
})

describe('passwords', () => {
  type Case = { tests: { name: string; password?: string; set?: string; try?: string; length?: number }[] }
  const { tests } = loadCase<Case>('C54_long_passwords')
  const named = (name: string) => tests.find((one) => one.name === name) ?? { name }

  it('count to the last character', () => {
    for (const name of ['ASCII 73 bytes', 'Arabic', 'spaces']) {
      const { set = '', try: other = '' } = named(name)
      expect(normalPassword(set), name).toBe(set)
      expect(normalPassword(other), name).not.toBe(normalPassword(set))
    }
    expect(normalPassword(named('ASCII 72 bytes').password ?? '')).toHaveLength(72)
  })

  it('are equal however their accents are composed', () => {
    const { set = '', try: other = '' } = named('NFC/NFD')
    expect(other).not.toBe(set)
    expect(normalPassword(other)).toBe(normalPassword(set))
  })

  it('with a NUL or beyond the length limit are invalid', () => {
    expect(normalPassword(named('NUL inside').set ?? '\0')).toBeNull()
    expect(normalPassword('p'.repeat(PASSWORD_MAX_BYTES))).not.toBeNull()
    expect(normalPassword('p'.repeat(PASSWORD_MAX_BYTES + 1))).toBeNull()
    expect(normalPassword('ق'.repeat(PASSWORD_MAX_BYTES / 2 + 1))).toBeNull()
    expect(normalPassword('p'.repeat(named('10 MB').length ?? 0))).toBeNull()
  })

  it('that are new need twelve user-perceived characters', () => {
    const keys = (given: string) => newPassword.safeParse(given).error?.issues.map((issue) => issue.message)
    expect(keys('قلعة الرمال ١')).toBeUndefined()
    expect(keys('eleven char')).toEqual(['passwordTooShort'])
    expect(keys('😀'.repeat(11))).toEqual(['passwordTooShort'])
    expect(keys('p'.repeat(2000))).toEqual(['passwordTooLong'])
  })
})
