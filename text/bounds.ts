/**
 * The limits of one text. A novel of 100,000 words stays below all three; a longer text has to come in parts. All
 * processing of a whole text costs time and memory in proportion, so the limits hold for every way in.
 */
export const TEXT_BOUNDS = {
  /** UTF-16 units. */
  units: 1_000_000,
  /** Paragraphs, headings, list items, cells and the like. */
  blocks: 10_000,
  sentences: 20_000,
} as const

/** Largest size of a text file in bytes, checked before anything in it is read. */
export const MAX_FILE_BYTES = 20_000_000
