'use client'

import { useEffect } from 'react'
import { readDraft, writeDraft } from '@/components/form/drafts'
import { typedIn, type AnswerValues } from './answer-state'

/** Nobody outside has an account, so drafts of answers are kept under this name. */
const OUTSIDE = 'outside'
const draftName = (question: string) => `answer:${question}`

/** Puts kept words into the fields that are still empty. */
function fill(form: HTMLFormElement, values: AnswerValues) {
  for (const field of form.elements) {
    if (field instanceof HTMLInputElement && field.type === 'radio')
      field.checked ||= values[field.name] === field.value
    else if (
      (field instanceof HTMLInputElement && field.type !== 'hidden') ||
      field instanceof HTMLTextAreaElement
    )
      field.value ||= values[field.name] ?? ''
    const more = field.closest('details')
    if (more && field instanceof HTMLElement && 'value' in field && field.value !== '') more.open = true
  }
}

/**
 * Keeps what is typed into the form in this browser until it is sent, and brings it back after the page was closed.
 * @param form the id of the form
 * @param version the number of the text that the words are about
 */
export function useTyped(form: string, question: string, version: number) {
  useEffect(() => {
    const element = document.getElementById(form)
    if (!(element instanceof HTMLFormElement)) return
    const draft = readDraft<AnswerValues>(OUTSIDE, draftName(question))
    if (draft) fill(element, draft.value)
    const keep = () => {
      const value = typedIn(new FormData(element))
      writeDraft(OUTSIDE, draftName(question), { value, version, at: new Date().toISOString() })
    }
    element.addEventListener('input', keep)
    return () => element.removeEventListener('input', keep)
  }, [form, question, version])
}

/** Forgets the words of an answer that was sent. */
export const forgetTyped = (question: string) => writeDraft(OUTSIDE, draftName(question), null)
