import { randomBytes } from 'node:crypto'
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createArticle } from '@/domain/article/commands'
import { createArticleSchema } from '@/domain/article/schema'
import { changeClaim } from '@/domain/review/commands'
import { newClaimSchema } from '@/domain/claim/schema'
import { hash } from '@node-rs/argon2'
import { makeToken } from '@/domain/user/commands'
import type { Actor, Role } from '@/domain/user/policy'
import { db } from '@/prisma/client'
import { z } from 'zod'

const ARTICLES = ['central-asia-brief.en', 'quiet-diplomacy.ar', 'water-note.ar'] as const
const DESKS: Record<(typeof ARTICLES)[number], string> = {
  'quiet-diplomacy.ar': 'الرأي',
  'central-asia-brief.en': 'World',
  'water-note.ar': 'الأخبار',
}
const PEOPLE = [
  { role: 'viewer', name: 'Vera Lind', email: 'viewer@demo.factdesk.example' },
  { role: 'checker', name: 'Omar Haddad', email: 'checker@demo.factdesk.example' },
  { role: 'editor', name: 'ليلى منصور', email: 'editor@demo.factdesk.example' },
  { role: 'admin', name: 'Nadia Petrova', email: 'admin@demo.factdesk.example' },
] as const

const account = z.object({ email: z.string(), password: z.string() })
const factsSchema = z.object({
  url: z.string(),
  accounts: z.object({ viewer: account, checker: account, editor: account, admin: account }),
  token: z.string(),
})

/** Facts that the start prints and keeps in `demo.json`; the token is the editor's. */
export type DemoFacts = z.infer<typeof factsSchema>

const reviewSchema = z.object({ claims: z.array(newClaimSchema) })

async function keptFacts(file: string): Promise<DemoFacts | null> {
  try {
    return factsSchema.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch {
    return null
  }
}

const secret = () => randomBytes(12).toString('base64url')

async function person(role: Role, name: string, email: string, password: string): Promise<Actor> {
  const passwordHash = await hash(password)
  const user = await db().user.upsert({
    where: { email },
    create: { email, name, role, passwordHash },
    update: { passwordHash, role },
  })
  return { id: user.id, name, role }
}

async function loadArticle(folder: string, name: (typeof ARTICLES)[number], editor: Actor, checker: Actor) {
  const markdown = await readFile(path.join(folder, `${name}.md`), 'utf8')
  const review = reviewSchema.parse(
    JSON.parse(await readFile(path.join(folder, `${name}.review.json`), 'utf8')),
  )
  const input = createArticleSchema.parse({ markdown, desk: DESKS[name], requestKey: `demo:${name}` })
  const claims = review.claims.map((claim) => ({ ...claim, status: 'unreviewed' as const, finding: '' }))
  const articleId = await createArticle(editor, { ...input, claims })
  const written = await db().claim.findMany({ where: { articleId, version: 1 }, orderBy: { number: 'asc' } })
  for (const claim of written) {
    const marked = review.claims[claim.number - 1]
    if (!marked || (marked.status === 'unreviewed' && marked.finding === '')) continue
    await changeClaim(checker, { id: claim.id, version: 1, status: marked.status, finding: marked.finding })
  }
}

/**
 * Loads the demo newsroom: three people with random passwords, three articles and their checks. It runs at each start
 * and leaves existing records as they are.
 */
export async function loadDemo({ url, dataDir }: { url: string; dataDir: string }): Promise<DemoFacts> {
  const file = path.join(dataDir, 'demo.json')
  const kept = await keptFacts(file)
  const known = await db().user.count({ where: { email: { in: PEOPLE.map((one) => one.email) } } })
  if (kept && known === PEOPLE.length) {
    const facts = { ...kept, url }
    await writeFacts(file, facts)
    return facts
  }
  const passwords = { viewer: secret(), checker: secret(), editor: secret(), admin: secret() }
  const [, checker, editor] = await Promise.all(
    PEOPLE.map((one) => person(one.role, one.name, one.email, passwords[one.role])),
  )
  if (!checker || !editor) throw new Error('The demo lost its people')
  const folder = path.join(process.cwd(), 'scripts/demo')
  for (const name of ARTICLES) await loadArticle(folder, name, editor, checker)
  const { token } = await makeToken(editor, { name: 'Demo' })
  const [viewerOf, checkerOf, editorOf, adminOf] = PEOPLE
  const facts: DemoFacts = {
    url,
    accounts: {
      viewer: { email: viewerOf.email, password: passwords.viewer },
      checker: { email: checkerOf.email, password: passwords.checker },
      editor: { email: editorOf.email, password: passwords.editor },
      admin: { email: adminOf.email, password: passwords.admin },
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
