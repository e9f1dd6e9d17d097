import type { CorrectionKind } from '@/domain/correction/rules'

const TONES = {
  correction: 'warn',
  clarification: 'info',
  editors_note: 'info',
  retraction: 'error',
} as const

export function KindBadge({ kind, label }: { kind: CorrectionKind; label: string }) {
  return (
    <span className="status-badge" data-tone={TONES[kind]}>
      {label}
    </span>
  )
}
