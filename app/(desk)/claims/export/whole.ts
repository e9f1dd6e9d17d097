import type { ExportFormat } from '@/domain/export/schema'

/** Watches the bytes of an export as they arrive. */
export type Watch = {
  push: (chunk: Uint8Array) => void
  /** How many claims have arrived; null for a format that does not show it. */
  rows: () => number | null
  /** Whether the bytes so far are a complete file of `total` claims. */
  isWhole: (total: number) => boolean
}

const [LINE_FEED, QUOTE] = [0x0a, 0x22]

/** Keeps the last bytes received. */
function tailOf(size: number) {
  let tail = new Uint8Array()
  return {
    push(chunk: Uint8Array) {
      const kept = chunk.length >= size ? new Uint8Array() : tail.slice(-(size - chunk.length))
      const next = new Uint8Array(kept.length + Math.min(size, chunk.length))
      next.set(kept)
      next.set(chunk.subarray(-size), kept.length)
      tail = next
    },
    bytes: () => tail,
  }
}

/** Each line break outside a quoted cell ends a record (RFC 4180). The first record is the header. */
function watchCsv(): Watch {
  let [ends, quoted, last] = [0, false, 0]
  return {
    push(chunk) {
      for (const byte of chunk) {
        if (byte === QUOTE) quoted = !quoted
        else if (byte === LINE_FEED && !quoted) ends += 1
      }
      last = chunk.at(-1) ?? last
    },
    rows: () => Math.max(0, ends - 1),
    isWhole: (total) => !quoted && last === LINE_FEED && ends === total + 1,
  }
}

/** The last line says how many came before it. */
function watchJsonLines(): Watch {
  let ends = 0
  const tail = tailOf(64)
  return {
    push(chunk) {
      for (const byte of chunk) if (byte === LINE_FEED) ends += 1
      tail.push(chunk)
    },
    rows: () => ends,
    isWhole(total) {
      const text = new TextDecoder().decode(tail.bytes())
      return ends === total + 1 && text.endsWith(`{"end":true,"count":${total}}\n`)
    },
  }
}

/** A zip file ends in a 22-byte directory record, since ours has no comment. */
function watchXlsx(): Watch {
  const tail = tailOf(22)
  return {
    push: (chunk) => tail.push(chunk),
    rows: () => null,
    isWhole: () => String.fromCharCode(...tail.bytes().subarray(0, 4)) === 'PK\u0005\u0006',
  }
}

const WATCHES: Record<ExportFormat, () => Watch> = {
  csv: watchCsv,
  jsonl: watchJsonLines,
  xlsx: watchXlsx,
}

export const watch = (format: ExportFormat): Watch => WATCHES[format]()
