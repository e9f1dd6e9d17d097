/**
 * What one text may have at most. A novel of 100,000 words stays below all three; whoever has more hands it in in parts.
 * Everything that is done with a whole text costs time and memory by these, so they hold on every way in.
 */
export const TEXT_BOUNDS = {
  /** UTF-16 units. */
  units: 1_000_000,
  /** Paragraphs, headings, list items, cells and the like. */
  blocks: 10_000,
  sentences: 20_000,
} as const

/** Bytes of a file that brings a text, before anything in it is looked at. */
export const MAX_FILE_BYTES = 20_000_000
