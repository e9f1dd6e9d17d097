import type { AnswerVerdict, QuestionKind } from '@/domain/question/rules'

/** A part of a question: a claim, or the whole article when there is no claim. */
export type AskedPart = {
  claimId: string | null
  /** The number by which the page names it, from 1. */
  number: number
  /** The words that are asked about. */
  quote: string
  /** The sentences around them, with the words in them. */
  context: string
}

/** What was said about one part. */
export type SaidPart = {
  claimId: string | null
  quote: string
  verdict: AnswerVerdict | null
  text: string
  proposed: string
  url: string | null
  sourceTitle: string
}

export type SentAnswer = { at: Date; revision: number; items: SaidPart[] }

/** A run of words in the text that an expert reads. */
export type TextRun = {
  text: string
  /** The numbers of the parts that begin here. */
  opening: number[]
  /** Whether the words are asked about, and whether they are new since the last answer. */
  asked: boolean
  fresh: boolean
}
export type TextBlock = { kind: string; level?: number; runs: TextRun[] }

/** What somebody outside sees at the address of a question, and nothing else. */
export type Asked = {
  /** Names the draft of the answer in the browser. */
  id: string
  kind: QuestionKind
  name: string
  house: string
  language: string
  text: string
  askedBy: string
  dueAt: Date | null
  expiresAt: Date
  article: { title: string; byline: string; language: string }
  /** The number of the newest revision, which the next answer is about. */
  revision: number
  parts: AskedPart[]
  /** The text, for experts. */
  blocks: TextBlock[] | null
  /** What this person has sent, the oldest first. */
  sent: SentAnswer[]
  /** What other experts of the same house have sent about the same article, the newest of each. */
  others: (SentAnswer & { name: string })[]
  /** Whether the newest text is still to be answered. */
  open: boolean
  /** Whether a person has had it before them. */
  seen: boolean
}

/** Why an address does not open any more. */
export type NotOpen = 'revoked' | 'expired'
