declare module '@mozilla/readability/JSDOMParser.js' {
  /** Reads well-formed markup without a doctype; made by Readability's authors for it alone. */
  export default class JSDOMParser {
    parse(markup: string, address?: string): Document
    /** What was wrong with the markup; empty when nothing was. */
    readonly errorState: string
  }
}
