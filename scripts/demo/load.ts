import { randomBytes } from 'node:crypto'
import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { hash } from '@node-rs/argon2'
import { z } from 'zod'
import { makeToken } from '@/domain/user/commands'
import type { Actor } from '@/domain/user/policy'
import { db } from '@/prisma/client'
import { now, setClock } from '@/services/clock'
import { settings } from '@/services/settings'
import { ARTICLES } from './newsroom'
import { PEOPLE, type Person } from './people'
import { story } from './steps/story'
import { keyOf } from './desk'

const account = z.object({ email: z.string(), password: z.string() })
const factsSchema = z.object({
  url: z.string(),
  accounts: z.object({ viewer: account, checker: account, editor: account, admin: account }),
  token: z.string(),
})

/** Facts that the start prints and keeps in `demo.json`; the token is the editor's. */
export type DemoFacts = z.infer<typeof factsSchema>

const progressSchema = z.object({ start: z.coerce.date(), done: z.number() })

async function kept<T>(file: string, schema: z.ZodType<T>): Promise<T | null> {
  try {
    return schema.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch {
    return null
  }
}

const secret = () => randomBytes(12).toString('base64url')

/** When the people of the demo came to the desk, in days before the start. */
const CAME_DAYS = 30

async function loadPerson(person: Person, password: string): Promise<Actor> {
  const { email, name, role } = PEOPLE[person]
  const passwordHash = await hash(password)
  const createdAt = new Date(now().getTime() - CAME_DAYS * 86_400_000)
  const { id } = await db().user.upsert({
    where: { email },
    create: { email, name, role, passwordHash, createdAt },
    update: { passwordHash, role },
  })
  return { id, name, role }
}

/**
 * Gives the commands of the story, each at its moment. After an interrupted load it goes on where that one stopped; a
 * desk that holds the story already stays as it is.
 */
async function loadStory(actors: Record<Person, Actor>, file: string) {
  const begun = await kept(file, progressSchema)
  const known = await db().request.count({ where: { key: { in: ARTICLES.map(({ name }) => keyOf(name)) } } })
  if (!begun && known > 0) return
  const { start, done } = begun ?? { start: now(), done: 0 }
  const zone = settings().newsroomTimeZone
  const steps = await story(start, zone)
  try {
    for (const [index, { moment, by, run, does }] of steps.entries()) {
      if (index < done) continue
      setClock(moment)
      await run(actors[by], (when) => when(start, zone)).catch((error: unknown) => {
        throw new Error(`The demo could not be loaded: ${does}`, { cause: error })
      })
      await writeFile(file, JSON.stringify({ start, done: index + 1 }))
    }
  } finally {
    setClock()
  }
  await rm(file, { force: true })
}

async function loadPeople(passwords: Record<Person, string>) {
  const people = Object.keys(PEOPLE) as Person[]
  const actors = await Promise.all(people.map((person) => loadPerson(person, passwords[person])))
  return Object.fromEntries(people.map((person, index) => [person, actors[index]])) as Record<Person, Actor>
}

/**
 * Loads the demo newsroom: people with random passwords, articles on their way through the desk, corrections, requests
 * of readers and reports. It runs at each start, before anybody is let in, and leaves existing records as they are.
 */
export async function loadDemo({ url, dataDir }: { url: string; dataDir: string }): Promise<DemoFacts> {
  const file = path.join(dataDir, 'demo.json')
  const known = await db().user.count({
    where: { email: { in: Object.values(PEOPLE).map((one) => one.email) } },
  })
  const before = await kept(file, factsSchema)
  if (before && known === Object.keys(PEOPLE).length) {
    const facts = { ...before, url }
    await writeFacts(file, facts)
    return facts
  }
  const passwords = {
    ...{ viewer: secret(), checker: secret(), editor: secret(), admin: secret() },
    ...{ otherChecker: secret(), otherEditor: secret() },
  }
  const actors = await loadPeople(passwords)
  await mkdir(dataDir, { recursive: true })
  await loadStory(actors, path.join(dataDir, 'demo-loading.json'))
  const { token } = await makeToken(actors.editor, { name: 'Demo' })
  const accountOf = (person: Person) => ({ email: PEOPLE[person].email, password: passwords[person] })
  const facts: DemoFacts = {
    url,
    accounts: {
      ...{ viewer: accountOf('viewer'), checker: accountOf('checker') },
      ...{ editor: accountOf('editor'), admin: accountOf('admin') },
    },
    token,
  }
  await writeFacts(file, facts)
  return facts
}

async function writeFacts(file: string, facts: DemoFacts) {
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, `${JSON.stringify(facts, null, 2)}\n`, { mode: 0o600 })
  await chmod(file, 0o600)
}
