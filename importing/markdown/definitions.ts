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
  const asLinks = linkedBy(found)
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
      } else if (link && takeLink(taken, link, { said, asLinks })) open = undefined
      else if (open && kept.length === 0 && !note) open.at(-1)?.push(line)
      else kept.push(line)
    }
    const lines = block.kind === 'paragraph' ? kept : block.lines
    if (lines.length > 0) taken.blocks.push({ ...block, lines })
  }
  return taken
}

type Referred = { said: ReadonlySet<string>; asLinks: ReadonlySet<string> }

/**
 * A definition whose number stands alone in the text is a note, as writers use it for the list of their sources. Behind
 * words in brackets, a number is the address of a link.
 */
function takeLink(taken: Definitions, link: RegExpExecArray, { said, asLinks }: Referred): boolean {
  const [, label = '', inAngles, bare, ...titles] = link
  const href = inAngles ?? bare ?? ''
  const title = titles.find((one) => one !== undefined) ?? ''
  if (!said.has(noteLabel(label)) && !href.startsWith('data:')) return false
  const isNote = /^\p{N}+$/u.test(label) && !href.startsWith('data:')
  if (isNote) taken.notes.set(noteLabel(label), [[[title, href].filter((one) => one !== '').join(' ')]])
  if (!isNote || asLinks.has(noteLabel(label))) taken.references[referenceLabel(label)] ??= { href, title }
  return true
}

const WORDS_WITH_LABEL = /(?:\[([^[\]]*))?\]\[([^[\]]{1,200})\]/g
/** Marks of notes in a row are no words of a link. */
const MARK = /^(?:\^.*|\p{N}+)$/u

/** The labels that stand behind the words of a link, or behind a picture that is one. */
function linkedBy(found: readonly RawBlock[]): Set<string> {
  const labels = new Set<string>()
  for (const { lines } of found)
    for (const [, words = '', label = ''] of lines.join('\n').matchAll(WORDS_WITH_LABEL))
      if (!MARK.test(words)) labels.add(noteLabel(label))
  return labels
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
