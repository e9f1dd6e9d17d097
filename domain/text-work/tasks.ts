import { takeIn } from '@/domain/article/taking-in'
import { readFetchedPage, readGivenFile, readPaste } from '@/domain/article/reading-tasks'
import { readList } from '@/domain/overlay/claim-list/claim-list'
import { carryText, compareTexts } from '@/domain/revision/carrying'
import { readText } from '@/domain/revision/stored-text'
import { phraseIn } from '@/domain/reader-report/rules'
import { locateAll, locateOne } from '@/text/place-quotes'

/**
 * What is done with a whole text. Each is a function of plain values: what goes in and comes out is copied from one
 * thread to another. Long lists come out as JSON, ready for the database or the browser, since making objects of them
 * would hold up the desk's own thread.
 */
export const TASKS = {
  takeIn,
  readText,
  carryText,
  compareTexts,
  locateAll,
  locateOne,
  phraseIn: ({ text, phrase }: { text: string; phrase: string }) => phraseIn(text, phrase),
  readGivenFile,
  readFetchedPage,
  readPaste,
  readList,
}

type Tasks = typeof TASKS
export type TaskName = keyof Tasks
export type Input<N extends TaskName> = Parameters<Tasks[N]>[0]
export type Output<N extends TaskName> = Awaited<ReturnType<Tasks[N]>>
