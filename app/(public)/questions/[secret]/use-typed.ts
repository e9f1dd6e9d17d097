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

/** Puts words into their fields, whatever stands there. */
function put(form: HTMLFormElement, typed: ReadonlyMap<string, string>) {
  for (const field of form.elements) {
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) continue
    const value = typed.get(field.name)
    if (value === undefined) continue
    if (field.type === 'radio') (field as HTMLInputElement).checked = field.value === value
    else field.value = value
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
    // The answer to a sent form resets its fields to what was sent. What was typed meanwhile stays.
    const since = new Map<string, string>()
    const forget = () => since.clear()
    const putBack = () => void setTimeout(() => put(element, since))
    const keep = ({ target }: Event) => {
      if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)
        since.set(target.name, target.value)
      const value = typedIn(new FormData(element))
      writeDraft(OUTSIDE, draftName(question), { value, version, at: new Date().toISOString() })
    }
    const over = new AbortController()
    element.addEventListener('input', keep, { signal: over.signal })
    element.addEventListener('submit', forget, { signal: over.signal })
    element.addEventListener('reset', putBack, { signal: over.signal })
    return () => over.abort()
  }, [form, question, version])
}

/** Forgets the words of an answer that was sent. */
export const forgetTyped = (question: string) => writeDraft(OUTSIDE, draftName(question), null)
