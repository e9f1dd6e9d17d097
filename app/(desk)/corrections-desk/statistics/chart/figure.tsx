import type { ReactNode } from 'react'

type Props = {
  id: string
  title: string
  /** One sentence that says what the chart shows; it is also the chart's accessible name. */
  finding: string
  /** How the figure is counted. */
  note?: ReactNode
  wide?: boolean
  children?: ReactNode
}

/** The id of the sentence, for the chart inside. */
export const findingId = (id: string) => `${id}-finding`

/** One figure: its heading, its finding in words, the chart, and how it was counted. */
export function Figure({ id, title, finding, note, wide = false, children }: Props) {
  return (
    <section className="figure" data-wide={wide || undefined} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} className="figure-title">
        {title}
      </h2>
      <p id={findingId(id)} className="figure-finding">
        {finding}
      </p>
      {children}
      {note && <p className="figure-note">{note}</p>}
    </section>
  )
}
