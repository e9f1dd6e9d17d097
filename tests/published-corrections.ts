import { makeArticle, makeUser, type MadeArticle } from './factories'
import type { CorrectionKind, CorrectionState } from '@/domain/correction/rules'
import type { Told } from '@/domain/published-correction/rules'
import type { Actor } from '@/domain/user/policy'
import { db } from '@/prisma/client'
import { newId } from '@/services/ids'

type Given = Partial<Told> & {
  articleId: string
  kind?: CorrectionKind
  state?: CorrectionState
  /** When it was published; it was reported an hour earlier. */
  at?: Date
  updatedAt?: Date
}

/** A correction in the database; published unless a state is given. */
export async function makeCorrection({ articleId, state = 'published', ...given }: Given) {
  const { at = new Date(), updatedAt = at, kind = 'correction', ...told } = given
  const published = state === 'published' ? { publishedAt: at, updatedForReadersAt: updatedAt } : {}
  return db().correction.create({
    data: {
      id: newId(),
      articleId,
      kind,
      severity: 'minor',
      state,
      revision: 1,
      wrong: 'We gave the wrong year.',
      right: 'The bridge opened in 1996.',
      note: 'An earlier version gave the wrong year for the opening of the bridge.',
      reportedAt: new Date(at.getTime() - 3_600_000),
      ...told,
      ...published,
    },
    select: { id: true, number: true },
  })
}

type Amend = { id: string; by: Actor; told: Partial<Told>; at: Date; substantive: boolean; reason?: string }

/** Changes the text of a published correction, as an amendment does. */
export async function amend({ id, by, told, at, substantive, reason = 'A slip.' }: Amend): Promise<void> {
  const { kind, wrong, right, note, explanation } = await db().correction.findUniqueOrThrow({ where: { id } })
  const before = { kind, wrong, right, note, explanation }
  await db().amendment.create({
    data: { id: newId(), correctionId: id, before, reason, substantive, byId: by.id, at },
  })
  await db().correction.update({
    where: { id },
    data: { ...told, updatedAt: at, ...(substantive && { updatedForReadersAt: at }) },
  })
}

/** An editor with an article of their own. */
export async function makeNewsroom(
  overrides?: Parameters<typeof makeArticle>[1],
): Promise<{ editor: Actor; article: MadeArticle }> {
  const { actor } = await makeUser()
  return { editor: actor, article: await makeArticle(actor, overrides) }
}
