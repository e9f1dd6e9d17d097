import type { Incoming } from '@/importing/incoming'

/** The text of an import, the text that its tracked changes began from, and which words became which. */
export function changesShown({ text, tracked }: Pick<Incoming, 'text' | 'tracked'>) {
  return {
    text,
    base: tracked?.base,
    changes: tracked?.changes.map(({ old, fresh }) => [
      tracked.base.slice(old.start, old.end),
      text.slice(fresh.start, fresh.end),
    ]),
  }
}
