'use client'

import { Failure, type FailureProps } from './failure'

/** Stands in for a page and its frame. */
export default function PageError(props: FailureProps) {
  return (
    <main className="px-4 py-16">
      <Failure {...props} />
    </main>
  )
}
