type Part = { status: string; count: number; label: string }
import './progress-bar.css'

/** Shares of a whole as a bar. The words below state the numbers, so colour and width only repeat them. */
export function ProgressBar({ label, parts }: { label: string; parts: Part[] }) {
  return (
    <div className="grid gap-1.5">
      <div className="progress-bar" aria-hidden>
        {parts.map(
          (part) =>
            part.count > 0 && (
              <span key={part.status} data-status={part.status} style={{ flexGrow: part.count }} />
            ),
        )}
      </div>
      <p className="flex flex-wrap gap-x-4 gap-y-0.5 text-sm text-ink-muted">
        <span className="font-medium text-ink">{label}</span>
        {parts.map(
          (part) =>
            part.count > 0 && (
              <span key={part.status} className="inline-flex items-center gap-1.5">
                <span aria-hidden className="status-dot" data-status={part.status} />
                {part.label} <span className="tabular-nums">{part.count}</span>
              </span>
            ),
        )}
      </p>
    </div>
  )
}
