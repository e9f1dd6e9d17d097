import type { ReactNode } from 'react'
import { settings } from '@/services/settings'
import { PublicFrame } from '../public-frame'

/** Whoever is asked sees who asks, the question and its other language, and no way to anything else. */
export default function QuestionsLayout({ children }: { children: ReactNode }) {
  return (
    <PublicFrame
      name={
        <p className="public-name" dir="auto">
          {settings().newsroomName}
        </p>
      }
    >
      {children}
    </PublicFrame>
  )
}
