'use client'

import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useToast } from '@/components/ui/toast'
import { useFailureSentence, type Failure } from './failure'
import { learn, learnRefusal, overNewest } from './newest'
import { someoneElseIsHere, usePerson } from './person'
import { inTurn, pressKey } from './turns'
import { beginAction } from './under-way'

/** The answer of an action, in the shape that `app/server/action` gives. */
export type Result<T> = { ok: true; value: T } | Failure
export type Action<I, T = void> = (input: I) => Promise<Result<T>>

const failureOf = (code: string): Failure => ({ ok: false, code, key: code, params: {}, issues: [] })

/**
 * Browsers report a lost connection as a TypeError (Fetch standard). Any other error means that the desk answered
 * without running the action.
 */
const codeOf = (error: unknown) => (error instanceof TypeError ? 'offline' : 'notTaken')

export type Options = {
  /** The subject of the action, such as "Claim 3". A refusal names it if the form is already gone. */
  about?: string
  /** The action runs independently, like sending a file: nothing waits for it, and it waits for nothing. */
  apart?: boolean
  /** Whatever the answer is, the same page remains on the screen. So single keys act during the action. */
  stays?: boolean
}

/**
 * Runs a server action for a form and loses no press. A press waits for the page's other actions, then runs once with
 * its own input, based on the reader's newest writes. Repeating the same press before its answer does nothing, and
 * `run` returns undefined. A lost connection is a failure like any other, so no error page replaces the typed text. If
 * the form is gone, a toast reports the refusal.
 */
export function useAction<I, T>(action: Action<I, T>, { about, apart = false, stays = apart }: Options = {}) {
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
      const end = beginAction(stays)
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
    [action, apart, stays, person],
  )
  const clear = useCallback(() => setFailure(null), [])
  return { run, busy: waiting > 0, failure, clear }
}
