import { Button } from './button'

/** A button that shows more of a list. */
export function More({ label, onMore }: { label: string; onMore: () => void }) {
  return (
    <div>
      <Button size="sm" variant="ghost" onClick={onMore}>
        {label}
      </Button>
    </div>
  )
}
