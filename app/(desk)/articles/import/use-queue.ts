'use client'

import { useEffect, useRef, useState } from 'react'
import type { Result } from '@/components/form/use-action'
import type { Failure } from '@/components/form/failure'
import { sendFile } from '@/components/import/send-file'
import { articleOfIncoming, titleOfName } from '@/domain/article/from-incoming'
import { MAX_FILE_BYTES } from '@/text/bounds'
import { createArticleAction } from '../new/actions'
import { type Item, newItem, withState } from './queue'

export type Defaults = { language: string; desk: string }

const OFFLINE: Failure = { ok: false, code: 'offline', key: 'offline', params: {}, issues: [] }

/** Reads and saves the files one after the other, in their order. It always finishes the file it has started. */
export function useQueue() {
  const [items, setItems] = useState<Item[]>([])
  const [run, setRun] = useState<'resting' | 'running' | 'stopping'>('resting')
  const stopped = useRef(false)
  const running = run !== 'resting'

  useEffect(() => {
    if (!running) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [running])

  const tell = (key: string, state: Item['state']) => setItems((all) => withState(all, key, state))

  const take = async ({ key, file, requestKey }: Item, defaults: Defaults) => {
    tell(key, { at: 'sending', share: 0 })
    const onProgress = (share: number) => tell(key, { at: 'sending', share })
    const read = await sendFile(file, { max: MAX_FILE_BYTES, onProgress })
    if (!read.ok) return tell(key, { at: 'failed', failure: read })
    tell(key, { at: 'saving' })
    const otherwise = { title: titleOfName(file.name), language: defaults.language.trim() }
    const input = articleOfIncoming(
      read.value,
      { desk: defaults.desk.trim() },
      { notes: 'claims', otherwise },
    )
    const saved: Result<string> = await createArticleAction({ ...input, requestKey }).catch(() => OFFLINE)
    if (!saved.ok) return tell(key, { at: 'failed', failure: saved })
    const { title, claims } = input
    const notices = read.value.notices.reduce((sum, notice) => sum + notice.count, 0)
    return tell(key, { at: 'done', articleId: saved.value, title, claims: claims.length, notices })
  }

  const takeAll = async (some: Item[], defaults: Defaults) => {
    if (running) return
    stopped.current = false
    setRun('running')
    for (const item of some) {
      if (stopped.current) break
      await take(item, defaults)
    }
    setRun('resting')
  }

  return {
    items,
    run,
    add: (files: File[]) => setItems((all) => [...all, ...files.map(newItem)]),
    remove: (key: string) => setItems((all) => all.filter((item) => item.key !== key)),
    clear: () => setItems([]),
    start: (defaults: Defaults) =>
      takeAll(
        items.filter((item) => item.state.at === 'waiting'),
        defaults,
      ),
    againAll: (defaults: Defaults) =>
      takeAll(
        items.filter((item) => item.state.at === 'failed'),
        defaults,
      ),
    again: (item: Item, defaults: Defaults) => takeAll([item], defaults),
    stop: () => {
      stopped.current = true
      setRun('stopping')
    },
  }
}
