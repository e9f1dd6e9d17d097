'use client'

import { useAction } from '@/components/form/use-action'
import { endSessionAction } from './actions'
import { EndableList, type EndableLines } from './endable-list'

/** Sessions, each with a button that ends it. */
export const SessionList = (lines: EndableLines) => (
  <EndableList {...lines} ending={useAction(endSessionAction)} />
)
