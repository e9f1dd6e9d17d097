import { getLocale, getTranslations } from 'next-intl/server'
import { dayInWords } from '@/domain/calendar/calendars'
import type { ClaimSelection } from '@/domain/claim/list'
import { writeDays, type DayRange } from '@/domain/list/days'
import { ME, NOBODY } from '@/domain/list/schema'
import type { ArticleName } from '@/domain/shape'
import { formatTag } from '@/text/locale'
import { filtersOn, type FilterInWords } from '../list-filters/in-words'

type Named = { id: string; name: string }
type Known = { desks: Named[]; checkers: Named[]; articles: ArticleName[] }

const nameOf = (all: Named[], id: string) => all.find((one) => one.id === id)?.name ?? id

/** The filters of a list in words, with names instead of ids where the names are known. */
export async function filtersInWords(
  selection: ClaimSelection,
  { desks, checkers, articles }: Known,
): Promise<FilterInWords[]> {
  const t = await getTranslations('claims')
  const tCommon = await getTranslations('common')
  const tCue = await getTranslations('article.coverage.cue')
  const locale = await getLocale()
  const languages = new Intl.DisplayNames([locale], { type: 'language', fallback: 'code' })
  const each = <V extends string>(values: readonly V[] | undefined, words: (value: V) => string) =>
    (values ?? []).map((value) => ({ value: value, words: words(value) }))
  const day = (one: string) => dayInWords(one, formatTag(locale))
  const days = (range: DayRange | undefined) => {
    if (!range) return []
    const { first, last } = range
    const words =
      first === null
        ? tCommon('filters.until', { last: day(last ?? '') })
        : last === null
          ? tCommon('filters.since', { first: day(first) })
          : first === last
            ? day(first)
            : tCommon('filters.days', { first: day(first), last: day(last) })
    return [{ value: writeDays(range) ?? '', words }]
  }
  const person = (id: string) =>
    id === NOBODY ? t('nobody') : id.toLowerCase() === ME ? t('mine') : nameOf(checkers, id)
  const titled = (id: string) => {
    const article = articles.find((one) => one.id === id)
    return { value: id, words: article?.title ?? id, language: article?.language }
  }
  const one = <V extends string>(value: V | undefined) => (value === undefined ? [] : [value])
  return filtersOn([
    { name: 'status', label: t('status'), values: each(selection.status, (s) => tCommon(`status.${s}`)) },
    { name: 'anchor', label: t('anchor'), values: each(selection.anchor, (s) => tCommon(`anchor.${s}`)) },
    { name: 'due', label: t('due.label'), values: each(selection.due, (s) => t(`due.${s}`)) },
    { name: 'q', label: t('searchedFor'), values: each(one(selection.q), (q) => q) },
    { name: 'article', label: t('article'), values: (selection.article ?? []).map(titled) },
    { name: 'desk', label: t('desk'), values: each(selection.desk, (id) => nameOf(desks, id)) },
    {
      name: 'language',
      label: t('language'),
      values: each(selection.language, (tag) => languages.of(tag) ?? tag),
    },
    { name: 'assignee', label: t('assignee'), values: each(selection.assignee, person) },
    {
      name: 'priority',
      label: t('priority'),
      values: each(selection.priority, (p) => tCommon(`priority.${p}`)),
    },
    {
      name: 'signoff',
      label: t('signoff.label'),
      values: each(one(selection.signoff), (s) => t(`signoff.${s}`)),
    },
    {
      name: 'source',
      label: t('source.label'),
      values: each(one(selection.source), (s) => t(`source.${s}`)),
    },
    { name: 'cue', label: t('cue.label'), values: each(selection.cue, (kind) => tCue(kind)) },
    { name: 'created', label: t('column.created'), values: days(selection.created) },
    { name: 'updated', label: t('column.updated'), values: days(selection.updated) },
  ])
}
