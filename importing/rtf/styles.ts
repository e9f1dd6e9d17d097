import { ARTICLE_TEXT } from '../office/finish'
import type { State } from './state'

type NamedStyle = { name: string; level: number | null; basedOn: number | null }

const TITLE_STYLES = /^title$/i
const HEADING_STYLE = /^heading (\d)$/i
/** Styles that are based on one another. */
const MOST_STYLES = 20

/** The table of styles, by their numbers. */
export class RtfStyles {
  private readonly styles = new Map<number, NamedStyle>()

  /** @param written the words of its group, which end with a semicolon */
  add({ style, level, basedOn }: State, written: string): void {
    const name = written.replace(/;.*$/s, '').trim()
    if (name !== '') this.styles.set(style, { name, level, basedOn: basedOn === style ? null : basedOn })
  }

  /** What a style or one that it is based on says. */
  of(number: number): { isTitle: boolean; level: number | null; running: boolean } {
    let next: number | null = number
    for (let steps = 0; next !== null && steps < MOST_STYLES; steps++) {
      const style: NamedStyle | undefined = this.styles.get(next)
      const level = style?.level ?? (Number(HEADING_STYLE.exec(style?.name ?? '')?.[1] ?? 0) || null)
      if (style && TITLE_STYLES.test(style.name)) return { isTitle: true, level: 1, running: false }
      if (level !== null) return { isTitle: false, level, running: false }
      if (style && ARTICLE_TEXT.test(style.name)) return { isTitle: false, level, running: true }
      next = style?.basedOn ?? null
    }
    return { isTitle: false, level: null, running: false }
  }
}
