'use client'

import { overBase, versionIn, type Over } from './over'
import { useAction, type Action, type Options } from './use-action'
import { BASE, type useEditing } from './use-editing'

type Form<T extends string | object> = Pick<ReturnType<typeof useEditing<T>>, typeof BASE | 'seen' | 'take'>

/**
 * Sends a form over a record. Which version it goes over is not the form's to say: it is the one that was typed over,
 * whatever the page shows by now, so that no save goes over another person's change unseen.
 * @param shows what the form shows of the record as it is now, after a refused save; null when it is not to be had
 */
export function useSend<T extends string | object, I extends object, R, Current, Shown>(
  form: Form<T>,
  action: Action<I, R>,
  {
    shows,
    over = 'version',
    ...options
  }: Options & { shows: (current: Current) => Shown | null; over?: Over },
) {
  const { run, busy, failure, clear } = useAction(action, options)
  const newest = failure?.code === 'conflict' ? versionIn(failure.current, over) : null
  const theirs = newest === null ? null : shows(failure?.current as Current)
  return {
    ...{ busy, failure, clear },
    /** @param earlier an answer that is taken back: it goes over what that one made */
    run: (said: Omit<I, Over>, earlier?: R) => run(overBase<I>(said, over, form[BASE](), earlier)),
    /** What another person saved meanwhile, and what may be done about it. */
    lost: newest !== null &&
      theirs !== null && {
        theirs,
        /** What is sent next goes over it. */
        keepMine: () => {
          clear()
          form.seen(newest)
        },
        take: (value: T) => {
          clear()
          form.take(newest, value)
        },
      },
  }
}
