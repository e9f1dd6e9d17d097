import type { ReactNode } from 'react'

type Props = { id: string; title: string; hint?: string; children: ReactNode }

/** A section of the settings, labelled by its heading. */
export function Section({ id, title, hint, children }: Props) {
  return (
    <section className="grid gap-3" aria-labelledby={id}>
      <h2 id={id} className="text-lg font-semibold">
        {title}
      </h2>
      {hint && <p className="text-ink-muted">{hint}</p>}
      {children}
    </section>
  )
}
