declare module '@mozilla/readability/JSDOMParser.js' {
  /** Reads well-formed markup without a doctype. Readability's authors wrote it for Readability alone. */
  export default class JSDOMParser {
    parse(markup: string, address?: string): Document
    /** The fault in the markup; empty when there is none. */
    readonly errorState: string
  }
}
