import { getLocale, getTranslations } from 'next-intl/server'
import type { ClaimSelection } from '@/domain/claim/list'

type Named = { id: string; name: string }
type Known = { desks: Named[]; checkers: Named[]; articles: { id: string; title: string }[] }

/** The filters of a list in words, with names instead of ids where the names are known. */
export async function filtersInWords(selection: ClaimSelection, { desks, checkers, articles }: Known) {
  const t = await getTranslations('claims')
  const tCommon = await getTranslations('common')
  const languages = new Intl.DisplayNames([await getLocale()], { type: 'language', fallback: 'code' })
  const named = (all: Named[]) => (id: string) => all.find((one) => one.id === id)?.name ?? id
  const titled = (id: string) => articles.find((one) => one.id === id)?.title ?? id
  const words = (values: string[] | undefined, word: (value: never) => string | undefined) =>
    (values ?? []).map((value) => word(value as never) ?? value).join(' · ')
  return [
    { label: t('status'), value: words(selection.status, (one: 'disputed') => tCommon(`status.${one}`)) },
    { label: t('anchor'), value: words(selection.anchor, (one: 'changed') => tCommon(`anchor.${one}`)) },
    { label: t('search'), value: selection.q ?? '' },
    { label: t('article'), value: words(selection.article, titled) },
    { label: t('desk'), value: words(selection.desk, named(desks)) },
    { label: t('language'), value: words(selection.language, (tag: string) => languages.of(tag)) },
    {
      label: t('assignee'),
      value: words(selection.assignee, (id: string) => (id === 'none' ? t('nobody') : named(checkers)(id))),
    },
    { label: t('priority'), value: words(selection.priority, (one: 'high') => tCommon(`priority.${one}`)) },
  ].filter(({ value }) => value !== '')
}
