'use client'

import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useToast } from '@/components/ui/toast'
import { useFailureSentence, type Failure } from './failure'
import { learn, learnRefusal, overNewest } from './newest'
import { someoneElseIsHere, usePerson } from './person'
import { inTurn, pressKey } from './turns'
import { beginAction } from './under-way'

/** What an action answers; the shape `app/server/action` gives. */
export type Result<T> = { ok: true; value: T } | Failure
export type Action<I, T = void> = (input: I) => Promise<Result<T>>

const failureOf = (code: string): Failure => ({ ok: false, code, key: code, params: {}, issues: [] })

/** The browser reaches nothing with a TypeError (Fetch standard); any other means that the desk answered without running the action. */
const codeOf = (error: unknown) => (error instanceof TypeError ? 'offline' : 'notTaken')

export type Options = {
  /** What is acted on, for a refusal that comes when its form is gone, such as "Claim 3". */
  about?: string
  /** It takes its own time, as sending a file does: nothing waits for it, and it waits for nothing. */
  apart?: boolean
}

/**
 * Runs a server action for a form. A press is never lost: while another action of the page is under way it waits for
 * its turn and then runs once, with the words it was made with and over the reader's own writes. The same press again
 * before its answer is one press, and `run` then answers undefined. A lost connection becomes a failure like any
 * other, so nothing typed is lost to an error page; a refusal whose form is gone is told in passing.
 */
export function useAction<I, T>(action: Action<I, T>, { about, apart = false }: Options = {}) {
  const t = useTranslations('errors')
  const sentence = useFailureSentence()
  const toast = useToast()
  const person = usePerson()
  const last = useRef<string | null>(null)
  const shown = useRef(true)
  const [waiting, setWaiting] = useState(0)
  const [failure, setFailure] = useState<Failure | null>(null)
  const tell = useRef<(refused: Failure) => void>(() => undefined)
  useEffect(() => {
    tell.current = (refused) =>
      toast({ title: about ? t('about', { about, sentence: sentence(refused) }) : sentence(refused) })
  })
  useEffect(() => {
    shown.current = true
    return () => {
      shown.current = false
    }
  }, [])

  const run = useCallback(
    async (input: I): Promise<Result<T> | undefined> => {
      const press = apart ? 'apart' : pressKey(input)
      if (last.current === press) return undefined
      last.current = press
      setWaiting((count) => count + 1)
      const end = beginAction()
      try {
        const send = async () => {
          if (someoneElseIsHere(person)) return failureOf('otherPerson')
          const sent = overNewest(input)
          const answer = await action(sent).catch((error: unknown) => failureOf(codeOf(error)))
          if (answer.ok) learn(sent, answer.value)
          else learnRefusal(sent, answer.current)
          return answer
        }
        const result = await (apart ? send() : inTurn(send))
        setFailure(result.ok ? null : result)
        if (!result.ok && !shown.current) tell.current(result)
        return result
      } finally {
        if (last.current === press) last.current = null
        setWaiting((count) => count - 1)
        end()
      }
    },
    [action, apart, person],
  )
  const clear = useCallback(() => setFailure(null), [])
  return { run, busy: waiting > 0, failure, clear }
}
