import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { settings, SettingsError } from './settings'

const read = (env: Record<string, string>) => settings(env as unknown as NodeJS.ProcessEnv)
const said = (env: Record<string, string>) => {
  try {
    read(env)
  } catch (error) {
    if (error instanceof SettingsError) return error.message
    throw error
  }
  return 'nothing'
}

describe('settings', () => {
  it('each have a default', () => {
    expect(read({})).toEqual({
      databaseUrl: undefined,
      databaseListenUrl: undefined,
      port: 3000,
      host: '127.0.0.1',
      dataDir: path.resolve('.data'),
      publicUrl: 'http://127.0.0.1:3000',
      isBehindProxy: false,
      trustedProxies: 0,
      newsroomName: 'Factdesk',
      newsroomTimeZone: 'UTC',
      ifcnSignatory: false,
      secret: undefined,
      signOff: 'disputed',
      allowPrivateAddresses: false,
      mail: undefined,
      metricsToken: undefined,
      stopDelayMs: 0,
      keptDays: { deliveries: 30, mails: 30, notices: 90, requests: 30 },
      logLevel: 'warn',
    })
  })

  it('are read anew when the environment changes, and only then', () => {
    const before = process.env.NEWSROOM_NAME
    try {
      const first = settings()
      expect(settings()).toBe(first)
      process.env.NEWSROOM_NAME = 'Newsroom by the sea'
      expect(settings().newsroomName).toBe('Newsroom by the sea')
      process.env.PORT = 'none'
      expect(() => settings()).toThrow(SettingsError)
    } finally {
      delete process.env.PORT
      if (before === undefined) delete process.env.NEWSROOM_NAME
      else process.env.NEWSROOM_NAME = before
    }
    expect(settings().port).toBe(3000)
  })

  it('that are empty count as absent', () => {
    expect(read({ PORT: '', DATABASE_URL: '', NEWSROOM_TIME_ZONE: '' })).toEqual(read({}))
  })

  it('take the given values', () => {
    expect(read({ TRUSTED_PROXIES: '2' }).trustedProxies).toBe(2)
    expect(read({ PORT: '80', HOST: '0.0.0.0' }).publicUrl).toBe('http://0.0.0.0:80')
    expect(read({ PUBLIC_URL: 'https://desk.example.org//' }).publicUrl).toBe('https://desk.example.org')
    expect(read({ PUBLIC_URL: 'HTTPS://Desk.Example.Org:443' })).toMatchObject({
      publicUrl: 'https://desk.example.org',
      isBehindProxy: true,
    })
    expect(read({ NEWSROOM_TIME_ZONE: 'Asia/Almaty' }).newsroomTimeZone).toBe('Asia/Almaty')
    expect(read({ FACTDESK_ALLOW_PRIVATE_ADDRESSES: 'on' }).allowPrivateAddresses).toBe(true)
    expect(read({ IFCN_SIGNATORY: 'on' }).ifcnSignatory).toBe(true)
    expect(read({ FACTDESK_KEEP_MAILS: '8', FACTDESK_KEEP_NOTICES: '0' }).keptDays).toMatchObject({
      mails: 8,
      notices: 0,
    })
    expect(read({ DATA_DIR: '/var/desk' }).dataDir).toBe('/var/desk')
    expect(read({ DATABASE_URL: 'postgresql://db/desk' }).databaseUrl).toBe('postgresql://db/desk')
  })

  it.each([
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', 'abc'],
    ['PORT', '80.5'],
    ['DATABASE_URL', 'mysql://db/desk'],
    ['NEWSROOM_TIME_ZONE', 'Mars/Olympus'],
    ['PUBLIC_URL', 'desk.example.org'],
    ['PUBLIC_URL', 'https://example.org/desk'],
    ['PUBLIC_URL', 'https://example.org/?desk'],
    ['PUBLIC_URL', 'ftp://desk.example.org'],
    ['PUBLIC_URL', 'https://a:b@desk.example.org'],
    ['IFCN_SIGNATORY', 'maybe'],
    ['NEXTAUTH_SECRET', 'short'],
    ['FACTDESK_ALLOW_PRIVATE_ADDRESSES', 'yes'],
    ['FACTDESK_METRICS_TOKEN', 'short'],
    ['FACTDESK_STOP_DELAY', '121'],
    ['FACTDESK_STOP_DELAY', 'a while'],
    ['FACTDESK_KEEP_MAILS', '7'],
    ['FACTDESK_KEEP_DELIVERIES', '-1'],
    ['FACTDESK_KEEP_REQUESTS', '8.5'],
    ['FACTDESK_KEEP_NOTICES', 'long'],
    ['LOG_LEVEL', 'loud'],
    ['SMTP_URL', 'mail.example.org'],
    ['SMTP_URL', 'https://mail.example.org'],
    ['SMTP_URL', 'smtp://'],
    ['SMTP_URL', 'smtp://mail.example.org/path'],
    ['SMTP_URL', 'smtp://mail.example.org?secure=no'],
    ['SMTP_URL', 'smtp://user:%E0%A4@mail.example.org'],
    ['MAIL_FROM', 'the desk'],
    ['MAIL_FROM', 'desk@example.org\r\nBcc: all@example.org'],
    ['NEWSROOM_NAME', 'x'.repeat(81)],
  ])('that are invalid are named: %s=%s', (name, value) => {
    expect(said({ [name]: value })).toMatch(new RegExp(`^The setting ${name} cannot be used: .+\\.$`))
  })

  it('name the server that sends mail', () => {
    const mail = (url: string) => read({ SMTP_URL: url, MAIL_FROM: 'desk@example.org' }).mail
    expect(mail('smtp://mail.example.org')).toEqual({
      host: 'mail.example.org',
      port: 587,
      secure: false,
      from: 'desk@example.org',
      toReserved: false,
    })
    expect(mail('smtps://desk%40example.org:p%3A%2F@[::1]')).toEqual({
      host: '::1',
      port: 465,
      secure: true,
      user: 'desk@example.org',
      password: 'p:/',
      from: 'desk@example.org',
      toReserved: false,
    })
    expect(mail('smtp://127.0.0.1:2525/')).toMatchObject({ host: '127.0.0.1', port: 2525 })
    expect(read({ MAIL_FROM: 'desk@example.org' }).mail).toBeUndefined()
  })

  it('that need each other say so, without telling a password', () => {
    expect(said({ SMTP_URL: 'smtp://user:secret@mail.example.org' })).toBe(
      'The setting MAIL_FROM cannot be used: must be set together with SMTP_URL.',
    )
    expect(said({ SMTP_URL: 'smtp://user:secret@mail.example.org/x' })).not.toContain('secret')
  })

  it('are all in the example file, and it has no others', () => {
    const listed = readFileSync('.env.example', 'utf8').match(/^[A-Z_]+(?==)/gm) ?? []
    const code = readFileSync('services/settings.ts', 'utf8').match(/^ {2}[A-Z_]+(?=:)/gm) ?? []
    expect([...listed].sort()).toEqual(code.map((name) => name.trim()).sort())
  })
})
