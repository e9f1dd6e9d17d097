import { getTranslations } from 'next-intl/server'
import type { PublishedDetail } from '@/domain/published-correction/queries'
import { formats } from '@/app/server/formats'
import { formatTag, localeOf, type Locale } from '@/text/locale'
import { frameOf, snippetOf } from '@/printing/corrections/snippet'
import { settings } from '@/services/settings'

/** The markup that a newsroom copies into the article's own page. */
export async function Snippet({ correction, locale }: { correction: PublishedDetail; locale: Locale }) {
  const t = await getTranslations('readers')
  const { publicUrl, newsroomName: newsroom, newsroomTimeZone: timeZone } = settings()
  const speaks = localeOf(correction.article.language, locale)
  const day = new Intl.DateTimeFormat(formatTag(speaks), { ...formats.dateTime.longDay, timeZone }).format(
    correction.publishedAt,
  )
  const { ofArticle } = correction
  const box = snippetOf({ correction, ofArticle, publicUrl, newsroom, day, locale })
  const frame = frameOf({ articleId: correction.article.id, publicUrl, newsroom, locale: speaks })
  return (
    <details>
      <summary className="text-sm">{t('correction.snippet')}</summary>
      <div className="mt-3 grid gap-3">
        <p className="text-sm text-ink-muted">{t('correction.snippetHint')}</p>
        <Code label={t('correction.snippetLabel')} rows={12} code={box} />
        <Code label={t('correction.frameLabel')} rows={4} code={frame} />
      </div>
    </details>
  )
}

function Code({ label, rows, code }: { label: string; rows: number; code: string }) {
  return (
    <label className="grid gap-1">
      <span className="field-label">{label}</span>
      <textarea
        readOnly
        dir="ltr"
        lang="en"
        rows={rows}
        spellCheck={false}
        className="control public-code"
        defaultValue={code}
      />
    </label>
  )
}
