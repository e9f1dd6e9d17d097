import 'server-only'
import { CORRECTION_KINDS, type CorrectionKind } from '@/domain/correction/rules'
import { forbidden } from '@/domain/errors'
import { may } from '@/domain/permissions'
import { localeOf, LOCALES, type Locale } from '@/text/locale'
import type { Actor } from '@/domain/user/policy'
import { db, type Prisma, type Tx } from '@/prisma/client'
import { messagesOf } from '@/services/messages'
import type { WordingItem } from './shape'

const ownWording = (kind: CorrectionKind, language: Locale) => messagesOf(language).correction.wording[kind]

const row = {
  ...{ kind: true, language: true, text: true, version: true },
  changedBy: { select: { name: true } },
} satisfies Prisma.WordingSelect
type Stored = Prisma.WordingGetPayload<{ select: typeof row }>

type Key = Pick<WordingItem, 'kind' | 'language'>

const itemOf = ({ kind, language }: Key, stored: Stored | null | undefined): WordingItem => ({
  kind,
  language,
  text: stored?.text ?? ownWording(kind, language),
  version: stored?.version ?? 0,
  changedBy: stored?.changedBy.name ?? null,
})

/** A wording as a transaction sees it. */
export const wordingInTransaction = async (tx: Tx, key: Key): Promise<WordingItem> =>
  itemOf(key, await tx.wording.findUnique({ where: { kind_language: key }, select: row }))

/** The wording of each kind in each language: the newsroom's own, or else the built-in one. */
export async function listWordings(actor: Actor): Promise<{ items: WordingItem[]; mayChange: boolean }> {
  if (!may(actor, 'readCorrections')) throw forbidden()
  const stored = await db().wording.findMany({ select: row })
  const items = LOCALES.flatMap((language) =>
    CORRECTION_KINDS.map((kind) =>
      itemOf(
        { kind, language },
        stored.find((one) => one.kind === kind && one.language === language),
      ),
    ),
  )
  return { items, mayChange: may(actor, 'handleCorrections') }
}

/** The wordings for articles in a language (BCP 47). A language without wordings gets the English ones. */
export async function wordingsFor(actor: Actor, language: string): Promise<Record<CorrectionKind, string>> {
  const wanted = localeOf(language)
  const { items } = await listWordings(actor)
  return Object.fromEntries(
    items.filter((one) => one.language === wanted).map((one) => [one.kind, one.text]),
  ) as Record<CorrectionKind, string>
}
