'use client'

import { useTranslations } from 'next-intl'
import { rebased, type ConflictField } from '@/components/form/conflict'
import { FieldConflict } from '@/components/form/field-conflict'
import type { NamedLanguage } from '@/text/language-names'
import { LINES, type ArticleState, type Details } from './details'

export const LABELS = {
  title: 'titleField',
  language: 'language',
  byline: 'byline',
  desk: 'desk',
  dateline: 'dateline',
  canonicalUrl: 'canonicalUrl',
  deadline: 'deadline',
} as const

const TRUE = String(true)

type Props = {
  from: Details
  mine: Details
  theirs: Details
  languages: readonly NamedLanguage[]
  onTheirs: () => void
  /** Saves these details over the saved ones. */
  onGoOn: (details: Details) => void
  onClose: () => void
}

/** Both versions of an article's details, after two people changed them. */
export function DetailsConflict({ from, mine, theirs, languages, onGoOn, ...choices }: Props) {
  const t = useTranslations('article')
  const tState = useTranslations('common.articleState')
  const sides = (name: keyof Details) => ({
    from: String(from[name]),
    mine: String(mine[name]),
    theirs: String(theirs[name]),
  })
  const words: Partial<Record<keyof Details, (value: string) => string>> = {
    language: (value) => languages.find(({ tag }) => tag === value)?.name ?? value,
    deadline: (value) => value.replace('T', ' '),
  }
  const fields = [...LINES, 'deadline' as const].map((name): ConflictField => {
    const kind = words[name] ? 'choice' : 'line'
    return { name, label: t(`new.${LABELS[name]}`), kind, words: words[name], ...sides(name) }
  })
  const state: ConflictField = {
    ...{ name: 'state', label: t('change.state'), kind: 'choice', ...sides('state') },
    words: (value) => tState(value as ArticleState),
  }
  const confidential: ConflictField = {
    ...{ name: 'confidential', label: t('change.confidential'), kind: 'choice', ...sides('confidential') },
    words: (value) => t(value === TRUE ? 'change.isConfidential' : 'change.isNotConfidential'),
  }
  return (
    <FieldConflict
      fields={[...fields, confidential, state]}
      {...choices}
      onMine={() => onGoOn(rebased(from, mine, theirs))}
      onTogether={(values) =>
        onGoOn({ ...(values as Omit<Details, 'confidential'>), confidential: values.confidential === TRUE })
      }
    />
  )
}
