'use client'

import { useAction } from '@/components/form/use-action'
import { revokeTokenAction } from './actions'
import { EndableList, type EndableLines } from './endable-list'

/** Tokens, each with a button that revokes it. */
export const TokenList = (lines: EndableLines) => (
  <EndableList {...lines} ending={useAction(revokeTokenAction)} />
)
