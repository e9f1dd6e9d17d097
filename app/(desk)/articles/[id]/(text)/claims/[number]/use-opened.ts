'use client'

import { useEffect } from 'react'

type Opened = { id: string; version: number; digest: string }

/**
 * Tells the desk that the reader has a claim before them as it is in this version. What colleagues change afterwards is
 * news to them, and signing off many claims needs it. A page in the background tells it once it is looked at.
 */
export function useOpened({ id, version, digest }: Opened) {
  useEffect(() => {
    const tell = () => {
      if (document.visibilityState !== 'visible') return
      document.removeEventListener('visibilitychange', tell)
      // Not told, the claim counts as not opened, and its reader opens it again.
      void fetch(`/claims/opened?id=${id}&digest=${digest}`, { method: 'POST', keepalive: true }).catch(
        () => undefined,
      )
    }
    document.addEventListener('visibilitychange', tell)
    tell()
    return () => document.removeEventListener('visibilitychange', tell)
  }, [id, version, digest])
}
