import type { OutboundCode } from '@/services/outbound/refusal'
import type { Block } from '@/text/blocks'
import type { Encoding } from '@/text/encodings'
import type { KnownChange } from '@/text/revise/known'

/** An imported text that is read but not saved: canonical plain text with its blocks, and what is known about it. */
export type Incoming = {
  title: string
  byline: string
  dateline: string
  /** BCP 47; null when the language is unknown. */
  language: string | null
  canonicalUrl: string | null
  /** Canonical, as `canonicalText` gives it; blocks have one blank line between them. */
  text: string
  blocks: Block[]
  /** Comments and notes, with the words they are attached to. */
  notes: Note[]
  /** The links of the text, in its order, each on its words; only addresses of the web. */
  links?: Link[]
  /** What the reader must know before saving, so that nothing is left out or decided silently. */
  notices: Notice[]
  /**
   * A file with tracked changes as it was before them, and which of its words became which of `text`. Absent when
   * nothing is known.
   */
  tracked?: { base: string; changes: KnownChange[] }
  /** For plain-text files: how the bytes were decoded. `guessed` asks the reader to check. */
  encoding: { name: Encoding; guessed: boolean } | null
  /** Every letter and figure of the source was found again, by a count apart from the reading. */
  allKept?: true
  /** For a web page: what stands around and between the text, which the reader may take back. */
  leftOut?: LeftOutPiece[]
}

/** A piece of a page that is no part of its text; `at` is the index in `blocks` of the block that it stands before. */
export type LeftOutPiece = Pick<Block, 'kind' | 'level' | 'cell'> & { text: string; at: number }

/** Half-open, in UTF-16 units of `Incoming.text`. */
export type Link = { url: string; start: number; end: number }

export type Note = {
  origin: 'comment' | 'footnote' | 'endnote'
  author: string
  text: string
  /** Web addresses in the note, linked or written out. */
  links: string[]
  /** Its writers marked the comment as settled. */
  settled?: true
  /** Half-open, in UTF-16 units of `Incoming.text`. Start and end are equal for a note at a point without words. */
  start: number
  end: number
}

export const NOTICE_KINDS = [
  'broken_letters',
  'nuls',
  'cue_times',
  'cue_notes',
  'repeated_lines',
  'second_language',
  'quoted_messages',
  'signatures',
  'attachments',
  'other_version',
  'mail_fields',
  'metadata',
  'limited_use',
  'other_items',
  'front_matter',
  'page_numbers',
  'hyphens',
  'ligatures',
  'visual_order',
  'turned_words',
  'unnamed_signs',
  'wordless_pages',
  'insertions',
  'deletions',
  'moves',
  'joined_paragraphs',
  'tables',
  'images',
  'text_boxes',
  'footnotes',
  'note_marks',
  'comments',
  'links',
  'other_addresses',
  'fields',
  'line_breaks',
  'headers',
  'hidden_text',
  'struck',
  'raised',
  'readings',
  'equations',
  'embedded',
  'scripts',
  'page_furniture',
] as const

export type Notice = {
  kind: (typeof NOTICE_KINDS)[number]
  /**
   * `kept`: it is in the text. `accepted`: a tracked change, shown as accepted. `left_out`: it is not in the text.
   */
  as: 'kept' | 'accepted' | 'left_out'
  count: number
  /** What the counted things are called, such as files; perhaps not all of them. */
  names?: string[]
}

export type ImportProblemCode =
  | Exclude<OutboundCode, 'wrong_type'>
  | 'too_many_blocks'
  | 'unpacks_too_large'
  | 'not_a_zip'
  | 'not_this_format'
  | 'encrypted'
  | 'bad_path'
  | 'entities'
  | 'empty'
  | 'encoding'
  | 'not_text'
  | 'no_article'
  | 'scan'
  | 'letters'

/**
 * Why a file or an address cannot be imported. The code names a sentence for the reader; the message is for the log.
 */
export class ImportProblem extends Error {
  constructor(
    readonly code: ImportProblemCode,
    readonly params: Record<string, string | number> = {},
  ) {
    super(`import: ${code}`)
    this.name = 'ImportProblem'
  }
}
