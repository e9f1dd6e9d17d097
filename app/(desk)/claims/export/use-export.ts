'use client'

import { useEffect, useRef, useState } from 'react'
import type { ExportFormat } from '@/domain/export/schema'
import { download, ExportFailure, save, type Progress } from './download'

export type ExportState =
  | { step: 'idle' | 'cancelled' }
  | { step: 'running'; progress: Progress | null }
  | { step: 'done'; total: number }
  | { step: 'failed'; failure: ExportFailure }

/** Runs one export at a time: its progress, its result, and a way to stop it. Leaving the page stops it too. */
export function useExport() {
  const [state, setState] = useState<ExportState>({ step: 'idle' })
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  const start = async (address: string, format: ExportFormat) => {
    running.current?.abort()
    const stop = new AbortController()
    running.current = stop
    setState({ step: 'running', progress: null })
    try {
      const made = await download(address, {
        format,
        signal: stop.signal,
        onProgress: (progress) => {
          if (running.current === stop) setState({ step: 'running', progress })
        },
      })
      save(made)
      setState({ step: 'done', total: made.total })
    } catch (error) {
      if (running.current !== stop || stop.signal.aborted) return
      setState({
        step: 'failed',
        failure: error instanceof ExportFailure ? error : new ExportFailure('fault'),
      })
    }
  }

  return {
    state,
    start: (address: string, format: ExportFormat) => void start(address, format),
    cancel: () => {
      running.current?.abort()
      setState({ step: 'cancelled' })
    },
    reset: () => {
      running.current?.abort()
      setState({ step: 'idle' })
    },
  }
}
