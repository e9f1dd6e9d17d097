import { parseArgs } from 'node:util'

const CLAIMS = 200_000
/** Claims of an article, on average. */
const AN_ARTICLE = 20

export const sized = (claims: number) => ({ claims, articles: Math.ceil(claims / AN_ARTICLE) })

const wholeNumber = (name: string, given: string | undefined, least: number): number | undefined => {
  if (given === undefined) return undefined
  const value = Number(given)
  if (!Number.isInteger(value) || value < least)
    throw new Error(`--${name} must be a whole number from ${least}.`)
  return value
}

const options = {
  claims: { type: 'string' },
  articles: { type: 'string' },
  connections: { type: 'string' },
  rounds: { type: 'string' },
  seconds: { type: 'string' },
  'as-built': { type: 'boolean', default: false },
  growth: { type: 'boolean', default: false },
  million: { type: 'boolean', default: false },
  scattered: { type: 'boolean', default: false },
} as const

const { values } = parseArgs({ options })

/** How many claims and articles the command line asks for. */
export function sizeAsked(): { claims: number; articles: number } {
  const size = sized(wholeNumber('claims', values.claims, 1_000) ?? CLAIMS)
  return { ...size, articles: wholeNumber('articles', values.articles, 1) ?? size.articles }
}

export const asked = () => ({
  connections: wholeNumber('connections', values.connections, 1) ?? 16,
  rounds: wholeNumber('rounds', values.rounds, 1) ?? 5,
  ms: (wholeNumber('seconds', values.seconds, 1) ?? 3) * 1_000,
  asBuilt: values['as-built'],
  growth: values.growth || values.million,
  million: values.million,
  scattered: values.scattered,
})
