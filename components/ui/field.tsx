'use client'

import { createContext, useContext, useId, type ComponentProps, type ReactNode } from 'react'
import { cx } from './cx'

type Wiring = { id: string; describedBy?: string; invalid: boolean }

const FieldContext = createContext<Wiring | null>(null)

type FieldProps = {
  label: ReactNode
  hint?: ReactNode
  error?: string
  className?: string
  children: ReactNode
}

/** A label, a hint and an error, tied to the one control inside. */
export function Field({ label, hint, error, className, children }: FieldProps) {
  const id = useId()
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
  return (
    <FieldContext value={{ id, describedBy, invalid: Boolean(error) }}>
      <div className={cx('grid content-start gap-1', className)}>
        <label htmlFor={id} className="field-label">
          {label}
        </label>
        {children}
        {hint && (
          <p id={`${id}-hint`} className="text-sm text-ink-muted">
            {hint}
          </p>
        )}
        {error && (
          <p id={`${id}-error`} role="alert" className="text-sm font-medium text-danger">
            {error}
          </p>
        )}
      </div>
    </FieldContext>
  )
}

function useWiring() {
  const field = useContext(FieldContext)
  if (!field) return {}
  return {
    id: field.id,
    'aria-describedby': field.describedBy,
    'aria-invalid': field.invalid || undefined,
  }
}

const CONTROL =
  'w-full rounded border border-line-strong bg-field px-3 py-2 text-ink min-h-10 disabled:bg-sunken disabled:text-ink-muted aria-invalid:border-danger'

export function Input({ className, ...rest }: ComponentProps<'input'>) {
  return <input {...useWiring()} {...rest} className={cx(CONTROL, className)} />
}

/** Grows with its text where the browser can. */
export function Textarea({ className, rows = 3, ...rest }: ComponentProps<'textarea'>) {
  return (
    <textarea
      {...useWiring()}
      {...rest}
      rows={rows}
      style={{ minHeight: `${rows * 1.6 + 1}em` }}
      className={cx(CONTROL, 'field-sizing-content max-h-[60vh]', className)}
    />
  )
}

export function Select({ className, ...rest }: ComponentProps<'select'>) {
  return <select {...useWiring()} {...rest} className={cx(CONTROL, 'pe-8', className)} />
}

export function Checkbox({ label, className, ...rest }: ComponentProps<'input'> & { label: ReactNode }) {
  return (
    <label className={cx('inline-flex min-h-8 items-center gap-2', className)}>
      <input type="checkbox" {...rest} className="size-4 accent-accent" />
      {label}
    </label>
  )
}
