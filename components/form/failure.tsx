'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { AnchorText } from '@/text/anchor'
import { Banner } from '@/components/ui/banner'

/** Why an action failed. */
export type Failure = {
  ok: false
  code: string
  key: string
  params: Record<string, string | number>
  issues: {
    path: string
    key: string
    params?: Record<string, string | number>
    near?: readonly AnchorText[]
  }[]
  current?: unknown
}

/** Finds the sentence for an error in the field `path` or below it. */
export function useIssue(failure: Failure | null) {
  const t = useTranslations('errors')
  return (path: string): string | undefined => {
    const issue = failure?.issues.find((one) => one.path === path || one.path.startsWith(`${path}.`))
    return issue && t(issue.key as Parameters<typeof t>[0], issue.params as never)
  }
}

/** The words that the quote in the field `path` may mean when it is not in the text. */
export const nearestFor = (failure: Failure | null, path: string): readonly AnchorText[] =>
  failure?.issues.find((issue) => issue.path === path)?.near ?? []

/** The sentence for a failure as a whole: of its first issue if it has one. */
export function useFailureSentence() {
  const t = useTranslations('errors')
  return ({ key, params, issues: [issue] }: Failure): string =>
    t((issue?.key ?? key) as Parameters<typeof t>[0], (issue ? issue.params : params) as never)
}

/**
 * Shows above a form the errors that no field shows. `fields` lists the paths whose errors the fields show themselves.
 */
export function FailureBanner({
  failure,
  fields = [],
}: {
  failure: Failure | null
  fields?: readonly string[]
}) {
  const t = useTranslations('errors')
  const tSignIn = useTranslations('signIn')
  const pathname = usePathname()
  const query = useSearchParams().toString()
  if (!failure) return null
  const shownAtField = (path: string) =>
    fields.some((field) => path === field || path.startsWith(`${field}.`))
  const others = failure.issues.filter((issue) => !shownAtField(issue.path))
  if (failure.issues.length && others.length === 0) return null
  const sentence = (key: string, params?: object) => t(key as Parameters<typeof t>[0], params as never)
  const here = encodeURIComponent(query ? `${pathname}?${query}` : pathname)
  return (
    <Banner
      tone="error"
      title={failure.issues.length ? sentence('invalid') : sentence(failure.key, failure.params)}
    >
      {others.length > 0 && (
        <ul>
          {others.map((issue) => (
            <li key={issue.path + issue.key}>{sentence(issue.key, issue.params)}</li>
          ))}
        </ul>
      )}
      {failure.code === 'unauthenticated' && (
        <a className="link" href={`/sign-in?callbackUrl=${here}`}>
          {tSignIn('again')}
        </a>
      )}
    </Banner>
  )
}
