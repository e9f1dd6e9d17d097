'use client'

import type { ReactNode } from 'react'
import { Dialog as Radix } from 'radix-ui'
import { X } from 'lucide-react'
import { buttonClass } from './button'
import { closeOnEscape } from './escape'
import './dialog.css'

type Props = {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  description?: string
  closeLabel: string
  footer?: ReactNode
  children?: ReactNode
}

/** A modal dialog; on a phone it is a sheet as wide as the screen. */
export function Dialog({ open, onOpenChange, title, description, closeLabel, footer, children }: Props) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="dialog-overlay" />
        <Radix.Content
          className="dialog-content"
          onKeyDown={closeOnEscape(() => onOpenChange(false))}
          {...(!description && { 'aria-describedby': undefined })}
        >
          <div className="flex items-start justify-between gap-3">
            <Radix.Title className="min-w-0 text-xl font-semibold break-words">{title}</Radix.Title>
            <Radix.Close className={buttonClass({ variant: 'ghost', size: 'sm' })} aria-label={closeLabel}>
              <X aria-hidden className="size-4" />
            </Radix.Close>
          </div>
          {description && <Radix.Description className="text-ink-muted">{description}</Radix.Description>}
          <div className="dialog-body">{children}</div>
          {footer && (
            <div className="flex flex-wrap justify-end gap-2 border-t border-line pt-3">{footer}</div>
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
