'use client'

import { useEffect } from 'react'
import { forgetTyped } from './use-typed'

/** Shown once an answer was sent: its words need not be kept in this browser any more. */
export function ForgetTyped({ question }: { question: string }) {
  useEffect(() => forgetTyped(question), [question])
  return null
}
