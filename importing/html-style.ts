import type { Attributes } from './html-attributes'

/** The properties whose words or order a reader would miss. */
const KEPT =
  /^(?:display|visibility|text-decoration(?:-line)?|vertical-align|list-style(?:-type)?|direction|unicode-bidi|counter)$/
const RULE = /([^{}@;]{1,500})\{([^{}]{0,2000})\}/g
/** A class, an element, or an element with a class; anything longer depends on what stands around. */
const SIMPLE = /^([a-z][a-z0-9]*)?(?:\.([\w-]+))?$/i
/** How Google Docs writes the numbers of its lists: `.lst-1 > li:before{content:counter(c,lower-latin) ". "}`. */
const COUNTED = /^(?:[a-z]+)?\.([\w-]+)\s*>\s*li::?before$/i
const COUNTER = /counter\(\s*[\w-]+\s*,\s*([a-z-]+)\s*\)/i
const LONGEST_SHEET = 500_000

/** The rules of a document's own style sheets that name single classes and elements. Rules in conditions are ignored. */
export class StyleSheet {
  private readonly byElement = new Map<string, string>()
  private readonly byClass = new Map<string, { element: string; declared: string }[]>()

  add(css: string): void {
    const rules = css
      .slice(0, LONGEST_SHEET)
      .replace(/\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\/|<!--|-->/g, '')
      .replace(/@(?:media|supports|layer|container)[^{]{0,500}\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '')
    for (const [, selectors = '', body = ''] of rules.matchAll(RULE))
      for (const selector of selectors.split(',')) this.rule(selector.trim(), body)
  }

  /** The declarations for an element: those of its name, of its classes, and its own. */
  declared(name: string, { class: classes = '', style = '' }: Attributes): string {
    if (this.byElement.size === 0 && this.byClass.size === 0) return style
    const found = [this.byElement.get(name) ?? '']
    for (const one of classes.split(/\s+/).slice(0, 50))
      for (const { element, declared } of this.byClass.get(one) ?? [])
        if (element === '' || element === name) found.push(declared)
    return [...found, style].filter((one) => one !== '').join(';')
  }

  private rule(selector: string, body: string): void {
    const counted = COUNTED.exec(selector)?.[1]
    const counter = counted === undefined ? undefined : COUNTER.exec(body)?.[1]
    if (counted !== undefined && counter !== undefined)
      return this.keep('', counted, `counter:${counter.toLowerCase()}`)
    const simple = SIMPLE.exec(selector)
    if (!simple || selector === '') return
    const kept = body
      .split(';')
      .filter((one) =>
        KEPT.test(
          one
            .slice(0, Math.max(one.indexOf(':'), 0))
            .trim()
            .toLowerCase(),
        ),
      )
      .join(';')
    if (kept !== '') this.keep((simple[1] ?? '').toLowerCase(), simple[2] ?? '', kept)
  }

  private keep(element: string, named: string, declared: string): void {
    if (named === '') {
      const before = this.byElement.get(element)
      this.byElement.set(element, before === undefined ? declared : `${before};${declared}`)
    } else this.byClass.set(named, [...(this.byClass.get(named) ?? []).slice(-20), { element, declared }])
  }
}

/** The last value of a property among declarations, in lower case. */
export function styleOf(style: string | undefined, property: string): string | undefined {
  if (style === undefined) return undefined
  let found: string | undefined
  for (const one of style.split(';')) {
    const colon = one.indexOf(':')
    if (colon > 0 && one.slice(0, colon).trim().toLowerCase() === property)
      found = one
        .slice(colon + 1)
        .replace(/!\s*important/i, '')
        .trim()
        .toLowerCase()
  }
  return found
}
