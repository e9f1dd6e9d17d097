'use client'

import { useEffect, useState } from 'react'

/** How long a page that is hidden still counts as shown, for somebody who only glances elsewhere. */
const GLANCE_MS = 5_000

/** Whether somebody can see the page. A page of another tab hears nothing, and looks again when it is shown. */
export function useShown(): boolean {
  const [shown, setShown] = useState(false)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      clearTimeout(timer)
      if (document.hidden) timer = setTimeout(() => setShown(false), GLANCE_MS)
      else setShown(true)
    }
    const leave = () => setShown(false)
    look()
    document.addEventListener('visibilitychange', look)
    window.addEventListener('pagehide', leave)
    window.addEventListener('pageshow', look)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', look)
      window.removeEventListener('pagehide', leave)
      window.removeEventListener('pageshow', look)
    }
  }, [])
  return shown
}
