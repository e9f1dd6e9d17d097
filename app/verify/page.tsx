import { getTranslations } from 'next-intl/server'
import { Preferences } from '@/components/shell/preferences'
import { Wordmark } from '@/components/shell/wordmark'
import { buttonClass } from '@/components/ui/button'
import { Field, Input } from '@/components/ui/field'
import { verifyNumber } from '@/domain/report/verify'
import { settings } from '@/services/settings'
import { setColours, setLanguage } from '../preferences/actions'
import { Answer } from './answer'
import { VerifyFile } from './verify-file'

type Props = { searchParams: Promise<Record<string, string | string[]>> }

/** In characters: a digest with a space after each of its letters fits. */
const TYPED_MAX = 200

const asText = (value: string | string[] | undefined) =>
  typeof value === 'string' ? value.slice(0, TYPED_MAX) : ''

/** Open to all: whoever was handed a report can ask whether it is what was issued. */
export default async function VerifyPage({ searchParams }: Props) {
  const asked = await searchParams
  const [number, digest] = [asText(asked.number), asText(asked.digest)]
  const t = await getTranslations('reports.verify')
  const tCommon = await getTranslations('common')
  const { newsroomName, newsroomTimeZone } = settings()
  const verification = number && digest ? await verifyNumber({ number, digest }) : null
  return (
    <main className="mx-auto grid min-h-dvh w-full max-w-2xl content-start gap-8 px-4 py-8">
      <Wordmark name={tCommon('appName')} />
      <header className="grid gap-1">
        <h1 className="text-2xl font-semibold">{t('title')}</h1>
        <p className="text-ink-muted">{t('description', { newsroom: newsroomName })}</p>
      </header>
      {verification && <Answer verification={verification} timeZone={newsroomTimeZone} byNumber />}
      <VerifyFile timeZone={newsroomTimeZone} />
      <section className="grid gap-3" aria-labelledby="by-number">
        <h2 id="by-number" className="text-lg font-semibold">
          {t('number')}
        </h2>
        <form method="get" action="/verify" className="grid gap-4">
          <Field label={t('numberField')} hint={t('numberHint')}>
            <Input name="number" dir="ltr" required maxLength={20} autoComplete="off" defaultValue={number} />
          </Field>
          <Field label={t('digestField')} hint={t('digestHint')}>
            <Input
              name="digest"
              dir="ltr"
              required
              minLength={64}
              maxLength={TYPED_MAX}
              autoComplete="off"
              spellCheck={false}
              defaultValue={digest}
            />
          </Field>
          <div>
            <button type="submit" className={buttonClass({ variant: 'primary' })}>
              {t('submit')}
            </button>
          </div>
        </form>
      </section>
      <footer className="grid gap-3 border-t border-line pt-4 text-sm text-ink-muted">
        <p>
          {t('offline')}{' '}
          <a className="link" href="/.well-known/factdesk-keys.json">
            {t('keys')}
          </a>
        </p>
        <Preferences setLanguage={setLanguage} setColours={setColours} />
      </footer>
    </main>
  )
}
