import path from 'node:path'
import { z } from 'zod'

const SIGN_OFF = ['off', 'disputed', 'reviewed'] as const

const timeZone = z.string().refine((zone) => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }))
  } catch {
    return false
  }
}, 'must be an IANA time zone such as Asia/Almaty')

const isBareOrigin = (url: URL) =>
  /^\/*$/.test(url.pathname) && !url.search && !url.hash && !url.username && !url.password

const mailServer = z
  .url({
    protocol: /^smtps?$/,
    error: 'must be an address such as smtp://user:password@mail.example.org:587',
  })
  .transform((address, context) => {
    const url = new URL(address)
    try {
      const [user, password] = [decodeURIComponent(url.username), decodeURIComponent(url.password)]
      if (url.hostname && (url.pathname === '' || url.pathname === '/') && !url.search && !url.hash) {
        const secure = url.protocol === 'smtps:'
        const port = url.port ? Number(url.port) : secure ? 465 : 587
        return { host: url.hostname.replace(/^\[|\]$/g, ''), port, secure, ...(user && { user, password }) }
      }
    } catch {
      // A percent sign that begins no character.
    }
    context.addIssue({
      code: 'custom',
      message: 'must be a name and a port, after a user and password if any',
    })
    return z.NEVER
  })

const database = z
  .string()
  .regex(/^postgres(ql)?:\/\//, 'must begin with postgres:// or postgresql://')
  .optional()

/** Whole numbers between two bounds, with a sentence for others. */
const whole = (least: number, most: number) => {
  const error = `must be a whole number from ${least} to ${most}`
  return z.coerce.number(error).int(error).min(least, error).max(most, error)
}

/** The shortest time that old records are kept: for as long the desk still looks whether it told of something. */
const LEAST_DAYS = 8
const MOST_DAYS = 36_500

/** A number of days to keep something, or 0 for ever. */
const days = (usual: number) => {
  const error = `must be a whole number of days from ${LEAST_DAYS} to ${MOST_DAYS}, or 0 to keep them for ever`
  return z.coerce
    .number(error)
    .int(error)
    .refine((given) => given === 0 || (given >= LEAST_DAYS && given <= MOST_DAYS), error)
    .default(usual)
}

const schema = z.object({
  DATABASE_URL: database,
  DATABASE_LISTEN_URL: database,
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().default('.data'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address such as https://desk.example.org' })
    .refine((url) => !URL.canParse(url) || isBareOrigin(new URL(url)), {
      error: 'must be an address without a path such as https://desk.example.org',
    })
    .optional(),
  TRUSTED_PROXIES: z.coerce.number('must be a whole number').int().min(0).max(16).default(0),
  NEWSROOM_NAME: z.string().min(1).max(80).default('Factdesk'),
  NEWSROOM_TIME_ZONE: timeZone.default('UTC'),
  IFCN_SIGNATORY: z.enum(['on', 'off'], 'must be on or off').default('off'),
  NEXTAUTH_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  FACTDESK_ALLOW_PRIVATE_ADDRESSES: z.enum(['on', 'off'], 'must be on or off').default('off'),
  FACTDESK_SIGN_OFF: z.enum(SIGN_OFF, `must be one of ${SIGN_OFF.join(', ')}`).default('disputed'),
  SMTP_URL: mailServer.optional(),
  MAIL_FROM: z.email('must be an address such as desk@example.org').optional(),
  FACTDESK_MAIL_TO_EXAMPLES: z.enum(['on', 'off'], 'must be on or off').default('off'),
  FACTDESK_METRICS_TOKEN: z.string().min(32, 'must have at least 32 characters').optional(),
  FACTDESK_STOP_DELAY: whole(0, 120).default(0),
  FACTDESK_KEEP_DELIVERIES: days(30),
  FACTDESK_KEEP_MAILS: days(30),
  FACTDESK_KEEP_NOTICES: days(90),
  FACTDESK_KEEP_REQUESTS: days(30),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('warn'),
})

/** The server that sends the desk's mail. */
export type MailServer = {
  host: string
  port: number
  /** Whether the connection is encrypted from its first byte. Otherwise it is as soon as the server can. */
  secure: boolean
  user?: string
  password?: string
  /** The address that mail comes from. */
  from: string
  /** Whether it gets mail to names for examples and tests too, because it is a test server that keeps all mail. */
  toReserved: boolean
}

export type Settings = {
  /** Your own server; without it the desk uses the embedded one. */
  databaseUrl?: string
  /** The same server for a connection that lasts, where `databaseUrl` is a pooler that lends one for a transaction. */
  databaseListenUrl?: string
  port: number
  host: string
  /** Absolute. */
  dataDir: string
  /** Origin under which readers reach the desk, without a closing slash. */
  publicUrl: string
  /** Whether PUBLIC_URL is set. Then it counts, whatever host a request names. */
  isBehindProxy: boolean
  /** How many proxies stand in front; the desk believes as many addresses of X-Forwarded-For, from its end. */
  trustedProxies: number
  newsroomName: string
  newsroomTimeZone: string
  /** Whether the newsroom has signed the IFCN code of principles, so that readers may complain to the IFCN. */
  ifcnSignatory: boolean
  secret?: string
  /** Whether the desk may read articles from, and send webhooks to, addresses of a private network. */
  allowPrivateAddresses: boolean
  /** Which claims need a second person's sign-off before a final report. */
  signOff: (typeof SIGN_OFF)[number]
  /** Without it the desk sends no mail. */
  mail?: MailServer
  /** What a reader of `GET /metrics` has to show; without it there are no metrics. */
  metricsToken?: string
  /** How long the desk still answers as before, though it is not ready any more, after it was told to stop. */
  stopDelayMs: number
  /** For how many days what is over is kept; 0 means for ever. */
  keptDays: { deliveries: number; mails: number; notices: number; requests: number }
  logLevel: string
}

/** An invalid setting: `message` is one sentence that names it and says what is valid. */
export class SettingsError extends Error {}

const NAMES = Object.keys(schema.shape)
let known: { written: string; read: Settings } | null = null

/**
 * The settings of this installation, from the environment alone (`.env.example` lists them). They are read anew when a
 * value or the folder of the process has changed.
 * @throws SettingsError naming the first invalid setting
 */
export function settings(env: NodeJS.ProcessEnv = process.env): Settings {
  if (env !== process.env) return readSettings(env)
  const written = JSON.stringify([process.cwd(), ...NAMES.map((name) => env[name] ?? '')])
  if (known?.written !== written) known = { written, read: readSettings(env) }
  return known.read
}

function readSettings(env: NodeJS.ProcessEnv): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = schema.safeParse(given)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new SettingsError(`The setting ${issue?.path.join('.')} cannot be used: ${issue?.message}.`)
  }
  const value = parsed.data
  const { SMTP_URL: server, MAIL_FROM: from } = value
  if (server && !from)
    throw new SettingsError('The setting MAIL_FROM cannot be used: must be set together with SMTP_URL.')
  return {
    databaseUrl: value.DATABASE_URL,
    databaseListenUrl: value.DATABASE_LISTEN_URL,
    port: value.PORT,
    host: value.HOST,
    dataDir: path.resolve(/* turbopackIgnore: true */ value.DATA_DIR),
    publicUrl: value.PUBLIC_URL ? new URL(value.PUBLIC_URL).origin : `http://${value.HOST}:${value.PORT}`,
    isBehindProxy: value.PUBLIC_URL !== undefined,
    trustedProxies: value.TRUSTED_PROXIES,
    newsroomName: value.NEWSROOM_NAME,
    newsroomTimeZone: value.NEWSROOM_TIME_ZONE,
    ifcnSignatory: value.IFCN_SIGNATORY === 'on',
    secret: value.NEXTAUTH_SECRET,
    allowPrivateAddresses: value.FACTDESK_ALLOW_PRIVATE_ADDRESSES === 'on',
    signOff: value.FACTDESK_SIGN_OFF,
    mail:
      server && from ? { ...server, from, toReserved: value.FACTDESK_MAIL_TO_EXAMPLES === 'on' } : undefined,
    metricsToken: value.FACTDESK_METRICS_TOKEN,
    stopDelayMs: value.FACTDESK_STOP_DELAY * 1_000,
    keptDays: {
      deliveries: value.FACTDESK_KEEP_DELIVERIES,
      mails: value.FACTDESK_KEEP_MAILS,
      notices: value.FACTDESK_KEEP_NOTICES,
      requests: value.FACTDESK_KEEP_REQUESTS,
    },
    logLevel: value.LOG_LEVEL,
  }
}
