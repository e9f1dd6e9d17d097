import { Circle, CircleCheck, CircleHelp, CircleX, type LucideIcon } from 'lucide-react'
import type { ClaimStatus } from '@/domain/claim/statuses'

const ICONS: Record<ClaimStatus, LucideIcon> = {
  unreviewed: Circle,
  needs_source: CircleHelp,
  disputed: CircleX,
  verified: CircleCheck,
}

/** Each status has its own sign, so nobody needs the colour to tell it apart. */
export function StatusIcon({ status, className }: { status: ClaimStatus; className?: string }) {
  const Icon = ICONS[status]
  return <Icon aria-hidden className={className} />
}

export function ClaimStatusBadge({ status, label }: { status: ClaimStatus; label: string }) {
  return (
    <span className="status-badge" data-status={status}>
      <StatusIcon status={status} className="size-3.5" />
      {label}
    </span>
  )
}
