'use client'

import { overBase, versionIn, type Over } from './over'
import { useAction, type Action, type Options } from './use-action'
import { BASE, type useEditing } from './use-editing'

type Form<T extends string | object> = Pick<ReturnType<typeof useEditing<T>>, typeof BASE | 'goOn' | 'take'>

/**
 * Sends a form over a record. The form cannot choose the version: it is always the one that was typed over, whatever
 * the page shows now. So no save replaces another person's change unseen.
 * @param shows the part of the current record that the form shows after a conflict; null if there is none
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
  // A press meant for another claim is refused too, but then there is no newer record to compare.
  const raced = failure?.code === 'conflict' && failure.key !== 'otherClaim'
  const newest = raced ? versionIn(failure.current, over) : null
  const theirs = newest === null ? null : shows(failure?.current as Current)
  return {
    ...{ busy, failure, clear },
    /** @param earlier the answer of an earlier save, to undo it based on the version that the save made */
    run: (said: Omit<I, Over>, earlier?: R) => run(overBase<I>(said, over, form[BASE](), earlier)),
    /** What another person saved meanwhile, and the ways to resolve the conflict. */
    lost: newest !== null &&
      theirs !== null && {
        theirs,
        /** Goes on from their version, which is `from` in the form, with `value`. The next save replaces it. */
        goOn: (value: T, from: T) => {
          clear()
          form.goOn(newest, value, from)
        },
        take: (value: T) => {
          clear()
          form.take(newest, value)
        },
      },
  }
}
