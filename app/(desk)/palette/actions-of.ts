import 'server-only'
import { may, type Permission } from '@/domain/permissions'
import type { Actor } from '@/domain/user/policy'
import { messagesOf } from '@/services/messages'
import { LANGUAGES, LOCALES, type Locale } from '@/text/locale'
import type { NamedAction, PageAction } from './entries'

type ActionKey = keyof ReturnType<typeof messagesOf>['palette']['action']
type Target = { href: string } | { runs: PageAction }
type Listed = { key: ActionKey; needs?: Permission } & Target

/** The actions of the palette in their order, each with the permission that it needs. */
const ACTIONS: readonly Listed[] = [
  { key: 'newArticle', href: '/articles/new', needs: 'createArticle' },
  { key: 'myWork', href: '/my-work' },
  { key: 'notices', href: '/notices' },
  { key: 'claims', href: '/claims' },
  { key: 'articles', href: '/articles' },
  { key: 'similar', href: '/claims/similar' },
  { key: 'importArticles', href: '/articles/import', needs: 'createArticle' },
  { key: 'correctionsDesk', href: '/corrections-desk' },
  { key: 'newCorrection', href: '/corrections-desk/new', needs: 'startCorrection' },
  { key: 'statistics', href: '/corrections-desk/statistics' },
  { key: 'reports', href: '/reports' },
  { key: 'claimReview', href: '/claim-review' },
  { key: 'settings', href: '/settings' },
  { key: 'keys', runs: 'keys' },
  { key: 'signOut', runs: 'signOut' },
]

/** “Language: Arabic”, in one of the languages of the desk. */
const languageIn = (of: Locale, one: Locale) =>
  `${messagesOf(of).common.language.label}: ${new Intl.DisplayNames([of], { type: 'language' }).of(one)}`

/** What this person may do from the palette. An action is found by its name in any language. */
export function actionsOf(actor: Actor, locale: Locale): NamedAction[] {
  const languages = [locale, ...LOCALES.filter((one) => one !== locale)]
  const named = (key: ActionKey) => languages.map((one) => messagesOf(one).palette.action[key])
  const mine: Listed = { key: 'myClaims', href: `/claims?assignee=${actor.id}` }
  const allowed = [...ACTIONS.slice(0, 1), mine, ...ACTIONS.slice(1)].filter(
    ({ needs }) => needs === undefined || may(actor, needs as 'createArticle'),
  )
  return [
    ...allowed.map(({ key, needs: _, ...target }) => ({ id: key, names: named(key), ...target })),
    ...LOCALES.filter((one) => one !== locale).map((one) => ({
      id: `language.${one}`,
      names: [...languages.map((of) => languageIn(of, one)), LANGUAGES[one].name],
      runs: `language.${one}` as const,
    })),
  ]
}
