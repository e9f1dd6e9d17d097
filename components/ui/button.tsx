import type { ComponentProps } from 'react'
import { LoaderCircle } from 'lucide-react'
import { EarlyButton } from '@/components/early/parts'
import { cx } from './cx'

type Look = { variant?: 'primary' | 'secondary' | 'ghost' | 'danger'; size?: 'sm' | 'md' }

const VARIANTS = {
  primary: 'bg-accent text-on-accent border-transparent hover:bg-accent-strong',
  secondary: 'bg-panel text-ink border-line-strong hover:bg-sunken',
  ghost: 'bg-transparent text-ink border-transparent hover:bg-sunken',
  danger: 'bg-danger text-on-accent border-transparent hover:bg-danger-strong',
} as const

const SIZES = {
  sm: 'min-h-8 min-w-8 px-2.5 text-sm pointer-coarse:min-h-10 pointer-coarse:min-w-10',
  md: 'min-h-10 min-w-10 px-4 text-base pointer-coarse:min-h-11 pointer-coarse:min-w-11',
} as const

/** The button's classes, for links that look like one. */
export const buttonClass = ({ variant = 'secondary', size = 'md' }: Look = {}) =>
  cx(
    'inline-flex items-center justify-center gap-1.5 rounded border font-medium whitespace-nowrap select-none',
    'disabled:opacity-60 aria-busy:cursor-progress',
    VARIANTS[variant],
    SIZES[size],
  )

type Props = ComponentProps<'button'> & Look & { busy?: boolean }

/** A `busy` button still accepts presses; `useAction` merges those that repeat the same request. */
export function Button({
  variant,
  size,
  busy = false,
  type = 'button',
  className,
  children,
  ...rest
}: Props) {
  return (
    <EarlyButton
      type={type}
      aria-busy={busy || undefined}
      className={cx(buttonClass({ variant, size }), className)}
      {...rest}
    >
      {busy && <LoaderCircle aria-hidden className="size-4 animate-spin motion-reduce:animate-none" />}
      {children}
    </EarlyButton>
  )
}
