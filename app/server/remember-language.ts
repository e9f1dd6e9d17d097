import 'server-only'
import { keepLanguage } from '@/domain/user/commands'
import type { Locale } from '@/text/locale'
import { currentActor } from './session'

/** Keeps the language of whoever is signed in, for mail; of strangers nothing. */
export async function rememberLanguage(locale: Locale): Promise<void> {
  const actor = await currentActor()
  if (actor) await keepLanguage(actor.id, locale)
}
