import { getLocale, getTranslations } from 'next-intl/server'
import type { ArticleListParams } from '@/domain/article/list'
import { filtersOn, type FilterInWords } from '../list-filters/in-words'

/** The filters of a list of articles in words, with the names of desks instead of their ids. */
export async function filtersInWords(
  params: ArticleListParams,
  desks: { id: string; name: string }[],
): Promise<FilterInWords[]> {
  const t = await getTranslations('article.list')
  const tClaims = await getTranslations('claims')
  const tState = await getTranslations('common.articleState')
  const languages = new Intl.DisplayNames([await getLocale()], { type: 'language', fallback: 'code' })
  const each = <V extends string>(values: readonly V[] | undefined, words: (value: V) => string) =>
    (values ?? []).map((value) => ({ value: value, words: words(value) }))
  const { q, mine } = params
  return filtersOn([
    { name: 'q', label: tClaims('searchedFor'), values: each(q ? [q] : [], (words) => words) },
    { name: 'due', label: t('column.deadline'), values: each(params.due, (due) => tClaims(`due.${due}`)) },
    { name: 'mine', label: t('whose'), values: each(mine ? [mine] : [], () => t('mine')) },
    { name: 'state', label: t('column.state'), values: each(params.state, (state) => tState(state)) },
    {
      name: 'desk',
      label: tClaims('desk'),
      values: each(params.desk, (id) => desks.find((desk) => desk.id === id)?.name ?? id),
    },
    {
      name: 'language',
      label: tClaims('language'),
      values: each(params.language, (tag) => languages.of(tag) ?? tag),
    },
  ])
}
