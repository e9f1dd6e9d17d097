'use client'

import { FailureBanner } from '@/components/form/failure'
import type { useAction } from '@/components/form/use-action'
import { Button } from '@/components/ui/button'
import { useToast } from '@/components/ui/toast'

type Line = {
  id: string
  name: string
  facts: string[]
  /**
   * Without an action the line cannot be ended. `named` is the button's accessible name, which differs from line to
   * line.
   */
  action?: { label: string; named: string }
}
/** `ending` ends one of the items. */
type Props = {
  lines: Line[]
  empty: string
  done: string
  ending: ReturnType<typeof useAction<{ id: string }, unknown>>
}
export type EndableLines = Omit<Props, 'ending'>

/** A list of items that a person can end one by one, such as tokens or sessions. */
export function EndableList({ lines, empty, done, ending }: Props) {
  const toast = useToast()
  const { run, busy, failure } = ending
  if (lines.length === 0) return <p className="text-ink-muted">{empty}</p>
  return (
    <>
      <FailureBanner failure={failure} />
      <ul className="grid gap-2">
        {lines.map(({ id, name, facts, action }) => (
          <li key={id} className="flex flex-wrap items-center gap-3 rounded border border-line bg-panel p-3">
            <bdi className="font-medium">{name}</bdi>
            <span className="min-w-0 text-sm text-ink-muted">
              {facts.map((fact, at) => (
                <span key={fact}>
                  {at > 0 && ' · '}
                  <bdi>{fact}</bdi>
                </span>
              ))}
            </span>
            {action && (
              <Button
                size="sm"
                className="ms-auto"
                aria-label={action.named}
                disabled={busy}
                onClick={() => void run({ id }).then((result) => result?.ok && toast({ title: done }))}
              >
                {action.label}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
