import { cx } from './cx'

/** Where something is about to be. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <div
      aria-hidden
      className={cx('animate-pulse rounded bg-sunken motion-reduce:animate-none', className)}
    />
  )
}
