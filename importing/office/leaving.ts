import { FORMS, type LeftOutForm } from '../form/forms'
import type { Tally } from './tally'

/** Which words are left out for their form. Each stretch of them is counted once. */
export class Leaving {
  private readonly open: { form: LeftOutForm; on: boolean }[] = []
  /** The form of the words that were left out directly before. */
  private before: LeftOutForm | undefined

  constructor(private readonly tally: Tally) {}

  /** Begins words that are left out or, with `on` false, words that are not although those around them are. */
  begin(form: LeftOutForm, on: boolean): () => void {
    this.open.push({ form, on })
    return () => void this.open.pop()
  }

  /** The form that leaves out the words that come; of each form, the innermost counts. */
  get form(): LeftOutForm | undefined {
    const found = this.open.filter(
      ({ form }, index) => !this.open.slice(index + 1).some((inner) => inner.form === form),
    )
    return found.find(({ on }) => on)?.form
  }

  /** Whether words were left out directly before what comes. */
  get justLeft(): boolean {
    return this.before !== undefined
  }

  leaveOut(form: LeftOutForm, words: string): void {
    if (this.before === form || words.trim() === '') return
    const [kind, as] = FORMS[form].notice
    this.tally.add(kind, as)
    this.before = form
  }

  /** Words were written. */
  wrote(): void {
    this.before = undefined
  }
}
