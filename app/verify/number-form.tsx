import { getTranslations } from 'next-intl/server'
import { buttonClass } from '@/components/ui/button'
import { TYPED_MAX } from '@/domain/report/schema'
import { Field, Input } from '@/components/ui/field'

/** Asks for a report's number and digest; the fields keep what was entered. */
export async function NumberForm({ number, digest }: { number: string; digest: string }) {
  const t = await getTranslations('reports.verify')
  return (
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
  )
}
