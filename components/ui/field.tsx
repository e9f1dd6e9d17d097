'use client'

import { createContext, useContext, useId, type ComponentProps, type ReactNode } from 'react'
import { CircleAlert } from 'lucide-react'
import { EarlyInput, EarlySelect, EarlyTextarea } from '@/components/early/parts'
import { directionOfLines } from '@/text/first-strong'
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
          <p
            id={`${id}-error`}
            role="alert"
            className="flex items-start gap-1.5 text-sm font-medium text-danger"
          >
            <CircleAlert aria-hidden className="mt-[0.2em] size-[1.1em] shrink-0" />
            <span className="min-w-0 break-words">{error}</span>
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

export function Input({ className, ...rest }: ComponentProps<'input'>) {
  return <EarlyInput {...useWiring()} {...rest} className={cx('control', className)} />
}

/**
 * Starts with `rows` lines and grows with its text where the browser can. With `dir="auto"` each line has its own
 * direction; lines without letters have that of the others.
 */
export function Textarea({ className, rows = 3, style, dir, ...rest }: ComponentProps<'textarea'>) {
  const text = typeof rest.value === 'string' ? rest.value : ''
  return (
    <EarlyTextarea
      {...useWiring()}
      {...rest}
      dir={dir === 'auto' ? directionOfLines(text) : dir}
      rows={rows}
      style={{ minHeight: `calc(${rows}lh + 0.75rem + 2px)`, ...style }}
      className={cx('control field-sizing-content max-h-[60vh] resize-y', className)}
    />
  )
}

export function Select({ className, ...rest }: ComponentProps<'select'>) {
  return <EarlySelect {...useWiring()} {...rest} className={cx('control', className)} />
}

export function Checkbox({ label, className, ...rest }: ComponentProps<'input'> & { label: ReactNode }) {
  return (
    <label className={cx('inline-flex min-h-8 items-center gap-2', className)}>
      <EarlyInput type="checkbox" {...rest} className="size-4 shrink-0 accent-accent pointer-coarse:size-6" />
      {label}
    </label>
  )
}
