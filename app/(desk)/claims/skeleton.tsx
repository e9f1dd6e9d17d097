import { cx } from '@/components/ui/cx'

/** A placeholder for content that is loading. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <div
      aria-hidden
      className={cx('animate-pulse rounded bg-sunken motion-reduce:animate-none', className)}
    />
  )
}
