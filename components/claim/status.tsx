import { Circle, CircleCheck, CircleHelp, CircleX, type LucideIcon } from 'lucide-react'
import type { ClaimStatus } from '@/domain/claim/rules'

const ICONS: Record<ClaimStatus, LucideIcon> = {
  unreviewed: Circle,
  needs_source: CircleHelp,
  disputed: CircleX,
  verified: CircleCheck,
}

/** Each status has its own sign, so that none is told by colour alone. */
export const statusIcon = (status: ClaimStatus) => ICONS[status]

export function ClaimStatusBadge({ status, label }: { status: ClaimStatus; label: string }) {
  const Icon = ICONS[status]
  return (
    <span className="status-badge" data-status={status}>
      <Icon aria-hidden className="size-3.5" />
      {label}
    </span>
  )
}
