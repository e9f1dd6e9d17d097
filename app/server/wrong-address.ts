import 'server-only'
import { sentencesIn } from '@/app/sentences'
import type { Issue } from '@/domain/errors'
import type { Locale } from '@/text/locale'

/** Answers an address with unusable parameters: a line for each of them, in the reader's language. */
export function wrongAddress(issues: readonly Issue[], locale: Locale, status = 400): Response {
  const sentence = sentencesIn(locale)
  const lines = issues.map(({ path, key, params }) => `${path.replace(/\..*/, '')}: ${sentence(key, params)}`)
  return new Response(lines.join('\n'), {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  })
}
