'use client'

import { useEffect } from 'react'

/**
 * Tells the desk that the reader has a claim before them as it is under this digest, which signing off many claims needs.
 * A page in the background tells it once it is looked at.
 * @param asked whether the reader could sign the claim off
 */
export function useOpened({ id, digest }: { id: string; digest: string }, asked: boolean) {
  useEffect(() => {
    if (!asked) return
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
  }, [id, digest, asked])
}
