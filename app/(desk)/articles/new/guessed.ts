import { guessLanguage } from '@/text/guess-language'
import { guessTitle } from '@/text/guess-title'
import type { Fields, Form } from './brought'
import { hasFrontMatter } from './pasted'

/** What the text tells about itself; empty where it does not. */
export type Guesses = { title: string; language: string; bodyStart: number }

const NONE: Guesses = { title: '', language: '', bodyStart: 0 }

/** What the typed or pasted text of the form tells. An import and front matter tell it better. */
export function guessesOf({ fields, brought }: Form): Guesses {
  if (brought || fields.markdown) return NONE
  const headed = guessTitle(fields.text)
  return {
    title: headed?.title ?? '',
    bodyStart: headed?.bodyStart ?? 0,
    language: guessLanguage(fields.text) ?? '',
  }
}

/** The fields that change with the text. A guess replaces an earlier guess or nothing, never what was typed. */
export function withText(form: Form, text: string): Partial<Fields> {
  const { fields, brought } = form
  const markdown = fields.markdown || (!brought && hasFrontMatter(text))
  const before = guessesOf(form)
  const next = guessesOf({ fields: { ...fields, text, markdown }, brought })
  const guessed = (field: 'title' | 'language') =>
    fields[field] === '' || fields[field] === before[field] ? next[field] : fields[field]
  if (brought) return { text }
  return { text, markdown, title: guessed('title'), language: guessed('language') }
}

/** Which fields of the form show a guess. */
export function shownGuesses(form: Form): { title: boolean; language: boolean } {
  const { title, language } = guessesOf(form)
  return {
    title: title !== '' && form.fields.title === title,
    language: language !== '' && form.fields.language === language,
  }
}

/** The form as it is saved: the line that became the title has left the text. */
export function withoutTitleLine(form: Form): Form {
  if (!shownGuesses(form).title) return form
  return { ...form, fields: { ...form.fields, text: form.fields.text.slice(guessesOf(form).bodyStart) } }
}
