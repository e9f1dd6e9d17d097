'use client'

import type { ReactNode } from 'react'
import { useTranslations } from 'next-intl'
import { EarlyForm } from '@/components/early/parts'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { FailureBanner, type Failure } from './failure'

type Props = {
  open?: boolean
  title: string
  hint?: string
  /** The words of the button that sends it. */
  action: string
  busy: boolean
  failure: Failure | null
  /** The fields that show their own issues. */
  fields: readonly string[]
  onSubmit: () => void
  onClose: () => void
  children: ReactNode
}

/** A short form in a dialog: its fields, and a way out of it beside the way on. */
export function FormDialog(props: Props) {
  const { open = true, title, hint, action, busy, failure, fields, onSubmit, onClose, children } = props
  const t = useTranslations('common')
  return (
    <Dialog
      open={open}
      onOpenChange={(wanted) => !wanted && onClose()}
      title={title}
      description={hint}
      closeLabel={t('close')}
    >
      <EarlyForm
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          onSubmit()
        }}
      >
        <FailureBanner failure={failure} fields={fields} />
        {children}
        <div className="flex flex-wrap justify-end gap-2">
          <Button variant="ghost" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" variant="primary" busy={busy}>
            {action}
          </Button>
        </div>
      </EarlyForm>
    </Dialog>
  )
}
