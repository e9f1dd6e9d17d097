import { Button } from './button'

/** The way to the rest of a list that is shown in parts. */
export function More({ label, onMore }: { label: string; onMore: () => void }) {
  return (
    <div>
      <Button size="sm" variant="ghost" onClick={onMore}>
        {label}
      </Button>
    </div>
  )
}
