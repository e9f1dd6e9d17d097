type Field = { code: string; shown: boolean; onEnd?: () => void }

/** The fields that are open at one point of the text. Only the result of a field is text, never its code. */
export class Fields {
  private readonly open: Field[] = []

  /** Whether the current words are the code of a field, or inside one. */
  get inCode(): boolean {
    return this.open.some((field) => !field.shown)
  }

  begin(): void {
    this.open.push({ code: '', shown: false })
  }

  code(words: string): void {
    const field = this.open.at(-1)
    if (field && !field.shown) field.code += words
  }

  /** Marks the start of the result. `onResult` gets the code and returns what to do when the field ends. */
  separate(onResult: (code: string) => () => void): void {
    const field = this.open.at(-1)
    if (!field || field.shown) return
    field.shown = true
    field.onEnd = onResult(field.code)
  }

  end(): void {
    this.open.pop()?.onEnd?.()
  }

  /** Ends all codes with their paragraph, so that an unclosed field cannot swallow the rest of the text. */
  endParagraph(): void {
    for (const field of this.open) field.shown = true
  }
}

/** The web address of a HYPERLINK field; an empty string for a link inside the document, null for other fields. */
export function linkOfField(code: string): string | null {
  const found = /^\s*HYPERLINK(?:\s+"([^"]*)"|\s+([^\s\\"]+))?/i.exec(code)
  return found && (found[1] ?? found[2] ?? '')
}
