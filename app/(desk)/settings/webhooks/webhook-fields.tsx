import { useId } from 'react'
import { useTranslations } from 'next-intl'
import { CircleAlert } from 'lucide-react'
import { Checkbox, Field, Input } from '@/components/ui/field'
import { URL_MAX, WEBHOOK_EVENTS, type WebhookEvent } from '@/domain/webhook/rules'
import type { AddWebhook } from '@/domain/webhook/schema'

const GROUPS = ['article', 'claim', 'report', 'correction'] as const

type Props = {
  values: AddWebhook
  onChange: (values: AddWebhook) => void
  /** The error message for the field at this path. */
  issue: (path: string) => string | undefined
}

/** The address of a webhook, and the events it receives. */
export function WebhookFields({ values, onChange, issue }: Props) {
  const t = useTranslations('webhooks')
  const errorId = useId()
  const wrong = issue('events')
  const toggle = (event: WebhookEvent, ticked: boolean) =>
    onChange({
      ...values,
      events: ticked ? [...values.events, event] : values.events.filter((one) => one !== event),
    })
  return (
    <>
      <Field label={t('url')} error={issue('url')}>
        <Input
          name="url"
          type="text"
          inputMode="url"
          dir="ltr"
          autoComplete="off"
          required
          maxLength={URL_MAX}
          value={values.url}
          onChange={(event) => onChange({ ...values, url: event.target.value })}
        />
      </Field>
      <fieldset className="grid min-w-0 gap-3" aria-describedby={wrong && errorId}>
        <legend className="field-label pb-1">{t('events')}</legend>
        <div className="gap-x-6 sm:columns-2">
          {GROUPS.map((group) => (
            <div
              key={group}
              role="group"
              aria-label={t(`group.${group}`)}
              className="grid break-inside-avoid content-start pb-3"
            >
              <span aria-hidden className="text-sm font-semibold">
                {t(`group.${group}`)}
              </span>
              {WEBHOOK_EVENTS.filter((event) => event.startsWith(`${group}.`)).map((event) => (
                <Checkbox
                  key={event}
                  label={t(`event.${event}`)}
                  checked={values.events.includes(event)}
                  onChange={({ target }) => toggle(event, target.checked)}
                />
              ))}
            </div>
          ))}
        </div>
        {wrong && (
          <p id={errorId} role="alert" className="flex items-start gap-1.5 text-sm font-medium text-danger">
            <CircleAlert aria-hidden className="mt-[0.2em] size-[1.1em] shrink-0" />
            <span className="min-w-0 break-words">{wrong}</span>
          </p>
        )}
      </fieldset>
    </>
  )
}
