import type { Found, FoundKind } from '@/domain/palette/shape'
import { foldSpelling } from '@/text/fold'
import type { Locale } from '@/text/locale'
import { searchTerms } from '@/text/search'
import { similarHref } from '../claims/similar/address'

/** The groups of the palette, in their order. */
export const GROUPS = ['recent', 'claim', 'article', 'view', 'person', 'action'] as const
export type Group = (typeof GROUPS)[number]

/** A line of the palette. Choosing it goes to an address or runs an action of the page. */
export type Entry = {
  id: string
  group: Group
  label: string
  language?: string
  /** What stands beside the label: a claim's number and article. */
  hint?: { number?: number; text: string; language: string }
} & ({ href: string } | { runs: PageAction })

/** Actions that are no page of their own. */
export type PageAction = `language.${Locale}` | 'keys' | 'signOut'

/** An action with its names in every language of the desk, the reader's first. */
export type NamedAction = { id: string; names: readonly string[] } & ({ href: string } | { runs: PageAction })

const HREFS: Record<FoundKind, (found: Found) => string> = {
  claim: ({ article, number }) => `/articles/${article?.id}/claims/${number}`,
  article: ({ id }) => `/articles/${id}`,
  view: ({ address = '/claims' }) => address,
  person: ({ id }) => `/claims?assignee=${id}`,
}

export const entryOf = (found: Found): Entry => {
  const { kind, id, label, language, number, article } = found
  return {
    id: `${kind}:${id}`,
    group: kind,
    label,
    language,
    ...(article && { hint: { number, text: article.title, language: article.language } }),
    href: HREFS[kind](found),
  }
}

/** Actions shown at most, and entries chosen before. */
const MOST = 6

const nameOf = ({ names: [own = ''] }: NamedAction) => own

const asEntry = (action: NamedAction): Entry => ({
  id: `action:${action.id}`,
  group: 'action',
  label: nameOf(action),
  ...('href' in action ? { href: action.href } : { runs: action.runs }),
})

/** The actions of whose name in any one language every typed word begins a word. */
export function actionsFor(actions: readonly NamedAction[], typed: string): Entry[] {
  const terms = searchTerms(typed)
  const fits = (name: string) => {
    const { folded } = foldSpelling(name)
    const words = folded.split(/[^\p{L}\p{N}]+/u)
    return terms.every((term) => words.some((word) => word.startsWith(term) || word.startsWith(`ال${term}`)))
  }
  return actions
    .filter(({ names }) => names.some(fits))
    .slice(0, terms.length === 0 ? undefined : MOST)
    .map(asEntry)
}

/** Looks the typed words up as a statement. It is offered for any words, after everything else. */
export const checkedEntry = (label: string, typed: string): Entry => ({
  id: 'action:checked',
  group: 'action',
  label,
  href: similarHref(typed),
})

type Known = {
  actions: readonly NamedAction[]
  recent: readonly Entry[]
  /** What the desk found for exactly these words; null while it is still looking. */
  found: readonly Found[] | null
  /** The name of the action that looks the typed words up. */
  checked: string
}

/** All lines for the typed words, group by group. Before anything is typed these are the recent ones and the actions. */
export function entriesFor(typed: string, { actions, recent, found, checked }: Known): Entry[] {
  if (typed.trim() === '') return [...recent.slice(0, MOST), ...actionsFor(actions, '')]
  const all = [...(found ?? []).map(entryOf), ...actionsFor(actions, typed), checkedEntry(checked, typed)]
  return GROUPS.flatMap((group) => all.filter((entry) => entry.group === group))
}

/** The recent entries after one more was chosen, the newest first. Actions are always there, so none is kept. */
export function withRecent(recent: readonly Entry[], chosen: Entry): Entry[] {
  if (chosen.group === 'action') return [...recent]
  return [{ ...chosen, group: 'recent' as const }, ...recent.filter(({ id }) => id !== chosen.id)].slice(
    0,
    MOST,
  )
}
