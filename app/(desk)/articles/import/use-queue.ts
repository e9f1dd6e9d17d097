'use client'

import { useEffect, useRef, useState } from 'react'
import type { Result } from '@/components/form/use-action'
import type { Failure } from '@/components/form/failure'
import { sendFile } from '@/components/import/send-file'
import { articleOfIncoming, titleOfName } from '@/domain/article/from-incoming'
import { MAX_FILE_BYTES } from '@/text/bounds'
import type { Incoming } from '@/importing/incoming'
import type { Encoding } from '@/text/encodings'
import { createArticleAction } from '../new/actions'
import { asksFirst, type Item, newItem, withState } from './queue'

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

  const read = async ({ key, file }: Item, chosen: Encoding | null): Promise<Incoming | null> => {
    tell(key, { at: 'sending', share: 0 })
    const onProgress = (share: number) => tell(key, { at: 'sending', share })
    const found = await sendFile(file, { encoding: chosen ?? undefined, max: MAX_FILE_BYTES, onProgress })
    if (!found.ok) {
      tell(key, { at: 'failed', failure: found, chosen })
      return null
    }
    if (asksFirst(found.value, chosen)) tell(key, { at: 'asking', read: found.value, chosen })
    return found.value
  }

  const save = async (item: Item, incoming: Incoming, defaults: Defaults, chosen: Encoding | null) => {
    const { key, file, requestKey } = item
    tell(key, { at: 'saving' })
    const otherwise = { title: titleOfName(file.name), language: defaults.language.trim() }
    const input = articleOfIncoming(incoming, { desk: defaults.desk.trim() }, { notes: 'claims', otherwise })
    const saved: Result<string> = await createArticleAction({ ...input, requestKey }).catch(() => OFFLINE)
    if (!saved.ok) return tell(key, { at: 'failed', failure: saved, chosen })
    const { title, claims } = input
    const notices = incoming.notices.reduce((sum, notice) => sum + notice.count, 0)
    return tell(key, { at: 'done', articleId: saved.value, title, claims: claims.length, notices })
  }

  const take = async (item: Item, defaults: Defaults) => {
    const chosen = item.state.at === 'failed' ? item.state.chosen : null
    const incoming = await read(item, chosen)
    if (incoming && !asksFirst(incoming, chosen)) await save(item, incoming, defaults, null)
  }

  const accept = async (item: Item, defaults: Defaults) => {
    if (item.state.at === 'asking') await save(item, item.state.read, defaults, item.state.chosen)
  }

  const each = async (some: Item[], work: (item: Item) => Promise<unknown>) => {
    if (running) return
    stopped.current = false
    setRun('running')
    for (const item of some) {
      if (stopped.current) break
      await work(item)
    }
    setRun('resting')
  }

  const takeAll = (at: Item['state']['at'], defaults: Defaults) =>
    each(
      items.filter((item) => item.state.at === at),
      (item) => take(item, defaults),
    )

  return {
    items,
    run,
    add: (files: File[]) => setItems((all) => [...all, ...files.map(newItem)]),
    remove: (key: string) => setItems((all) => all.filter((item) => item.key !== key)),
    clear: () => setItems([]),
    start: (defaults: Defaults) => takeAll('waiting', defaults),
    againAll: (defaults: Defaults) => takeAll('failed', defaults),
    again: (item: Item, defaults: Defaults) => each([item], (one) => take(one, defaults)),
    /** Reads a file again in another encoding, or as the desk finds it. */
    readAs: (item: Item, encoding: Encoding | undefined) =>
      each([item], (one) => read(one, encoding ?? null)),
    /** Takes files in whose encoding was guessed or chosen, as they were read. */
    accept: (some: Item[], defaults: Defaults) => each(some, (item) => accept(item, defaults)),
    stop: () => {
      stopped.current = true
      setRun('stopping')
    },
  }
}
