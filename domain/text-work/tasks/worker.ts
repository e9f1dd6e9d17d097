import { takeIn } from '@/domain/article/taking-in'
import { readFetchedPage, readGivenFile, readPaste } from '@/domain/article/incoming/worker'
import { readPageFacts } from '@/domain/source/page/worker'
import { readGivenImport } from '@/domain/claim-import/rows/rows'
import { carryText, compareTexts } from '@/domain/revision/carrying'
import { findRepeats } from '@/domain/ripple/repeats'
import { readText } from '@/domain/revision/stored-text'
import { phraseIn } from '@/domain/correction-request/rules'
import { locateAll, locateOne, locateOneOrOffer, locateOrOffer } from '@/text/locate-quotes'

/**
 * The tasks on whole texts. Each is a function of plain values, which are copied between threads. Long lists are
 * returned as JSON, ready for the database or the browser, because building objects from them would block the desk's
 * own thread.
 */
export const TASKS = {
  takeIn,
  readText,
  carryText,
  compareTexts,
  locateAll,
  locateOne,
  locateOneOrOffer,
  locateOrOffer,
  findRepeats,
  phraseIn: ({ text, phrase }: { text: string; phrase: string }) => phraseIn(text, phrase),
  readGivenFile,
  readFetchedPage,
  readPaste,
  readPageFacts,
  readGivenImport,
}

type Tasks = typeof TASKS
export type TaskName = keyof Tasks
export type Input<N extends TaskName> = Parameters<Tasks[N]>[0]
export type Output<N extends TaskName> = Awaited<ReturnType<Tasks[N]>>
