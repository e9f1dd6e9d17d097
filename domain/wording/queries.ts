import 'server-only'
import { CORRECTION_KINDS, type CorrectionKind } from '@/domain/correction/rules'
import { forbidden } from '@/domain/errors'
import { may } from '@/domain/permissions'
import { localeOf, LOCALES, type Locale } from '@/text/locale'
import type { Actor } from '@/domain/user/policy'
import { db } from '@/prisma/client'
import { messagesOf } from '@/services/messages'

export type WordingItem = {
  kind: CorrectionKind
  language: Locale
  text: string
  /** 0 for the built-in wording. */
  version: number
  changedBy: string | null
}

const ownWording = (kind: CorrectionKind, language: Locale) => messagesOf(language).correction.wording[kind]

/** The wording of each kind in each language: the newsroom's own, or else the built-in one. */
export async function listWordings(actor: Actor): Promise<{ items: WordingItem[]; mayChange: boolean }> {
  if (!may(actor, 'readCorrections')) throw forbidden()
  const stored = await db().wording.findMany({
    select: { kind: true, language: true, text: true, version: true, changedBy: { select: { name: true } } },
  })
  const items = LOCALES.flatMap((language) =>
    CORRECTION_KINDS.map((kind): WordingItem => {
      const own = stored.find((one) => one.kind === kind && one.language === language)
      return {
        kind,
        language,
        text: own?.text ?? ownWording(kind, language),
        version: own?.version ?? 0,
        changedBy: own?.changedBy.name ?? null,
      }
    }),
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
