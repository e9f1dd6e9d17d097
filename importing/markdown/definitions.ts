import type { RawBlock } from '@/text/draft'
import { noteLabel, referenceLabel } from '@/text/inline-markdown'

export type Definitions = {
  /** The blocks that are text. */
  blocks: RawBlock[]
  references: Record<string, { href: string; title: string }>
  /** The lines of each note by label, paragraph by paragraph. */
  notes: Map<string, string[][]>
}

const NOTE = /^ {0,3}\[(\^[^\s[\]]{1,100})\]:[ \t]*(.*)$/
const LINK =
  /^ {0,3}\[([^[\]^][^[\]]{0,200})\]:[ \t]*(?:<([^<>]*)>|(\S+))[ \t]*(?:"([^"]*)"|'([^']*)'|\(([^()]*)\))?[ \t]*$/
const INDENTED = /^(?: {4}|\t)/

/**
 * Takes the definitions of notes and links out of the blocks. A definition that nothing refers to stays a part of the
 * text, because it may be the writer's own list.
 */
export function takeDefinitions(found: readonly RawBlock[]): Definitions {
  const said = referredTo(found)
  const taken: Definitions = { blocks: [], references: {}, notes: new Map() }
  let open: string[][] | undefined
  for (const block of found) {
    if (block.literal) {
      taken.blocks.push(block)
      open = undefined
      continue
    }
    if (open && block.lines.every((line) => INDENTED.test(line))) {
      open.push(block.lines)
      continue
    }
    open = undefined
    const kept: string[] = []
    for (const line of block.kind === 'paragraph' ? block.lines : []) {
      const note = NOTE.exec(line)
      const label = note && noteLabel(note[1] ?? '')
      const link = note ? null : LINK.exec(line)
      if (label !== null && said.has(label)) {
        open = [[note?.[2] ?? '']]
        taken.notes.set(label, open)
      } else if (link && takeLink(taken, link, said)) open = undefined
      else if (open && kept.length === 0 && !note) open.at(-1)?.push(line)
      else kept.push(line)
    }
    const lines = block.kind === 'paragraph' ? kept : block.lines
    if (lines.length > 0) taken.blocks.push({ ...block, lines })
  }
  return taken
}

/** A definition with a number is a note, as writers use it for the list of their sources. */
function takeLink(taken: Definitions, link: RegExpExecArray, said: ReadonlySet<string>): boolean {
  const [, label = '', inAngles, bare, ...titles] = link
  const href = inAngles ?? bare ?? ''
  const title = titles.find((one) => one !== undefined) ?? ''
  if (!said.has(noteLabel(label)) && !href.startsWith('data:')) return false
  if (/^\p{N}+$/u.test(label) && !href.startsWith('data:'))
    taken.notes.set(noteLabel(label), [[[title, href].filter((one) => one !== '').join(' ')]])
  else taken.references[referenceLabel(label)] ??= { href, title }
  return true
}

/** Everything in square brackets that is no definition. */
function referredTo(found: readonly RawBlock[]): Set<string> {
  const labels = new Set<string>()
  for (const { lines } of found)
    for (const line of lines)
      for (const [, label = ''] of line.replace(/^ {0,3}\[[^[\]]*\]:/, '').matchAll(/\[([^[\]]{1,200})\]/g))
        labels.add(noteLabel(label))
  return labels
}
