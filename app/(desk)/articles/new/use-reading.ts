'use client'

import { useCallback, useRef, useState } from 'react'
import { useAction, type Result } from '@/components/form/use-action'
import { sendFile } from '@/components/import/send-file'
import type { Incoming } from '@/importing/incoming'
import type { Encoding } from '@/text/encodings'
import { MAX_FILE_BYTES } from '@/text/bounds'
import { readAddressAction } from './actions'

type Source = { kind: 'file'; file: File } | { kind: 'url'; url: string }

/** Reads files and addresses for the form, one at a time. `again` reads the last file in another encoding. */
export function useReading(onRead: (incoming: Incoming, name: string) => void) {
  const [source, setSource] = useState<Source | null>(null)
  const [share, setShare] = useState(0)
  const [encoding, setEncoding] = useState<Encoding | null>(null)
  const stop = useRef<AbortController | null>(null)
  const read = useCallback(({ from, as }: { from: Source; as?: Encoding }): Promise<Result<Incoming>> => {
    if (from.kind === 'url') return readAddressAction({ url: from.url, encoding: as })
    stop.current = new AbortController()
    const { signal } = stop.current
    return sendFile(from.file, { encoding: as, signal, max: MAX_FILE_BYTES, onProgress: setShare })
  }, [])
  const { run, busy, failure, clear } = useAction(read, { apart: true })

  const start = async (from: Source, as?: Encoding) => {
    if (busy) return
    setSource(from)
    setShare(0)
    setEncoding(as ?? null)
    const result = await run({ from, as })
    if (result?.ok) onRead(result.value, nameOf(from))
  }
  return {
    busy,
    failure,
    clear,
    /** The name of the file or address read now or last. */
    name: source && nameOf(source),
    /** The share of the file sent so far; null for an address. */
    share: source?.kind === 'file' ? share : null,
    /** The encoding that the reader chose. */
    encoding,
    file: (file: File) => start({ kind: 'file', file }),
    address: (url: string) => start({ kind: 'url', url }),
    again: source && ((as?: Encoding) => start(source, as)),
    stop: () => stop.current?.abort(),
  }
}

const nameOf = (source: Source) => (source.kind === 'file' ? source.file.name : source.url)
