import type { Manuscript } from './manuscript'
import { notesOfRaisedMarks } from '../form/notes'
import { headingOf, type Heading } from './title'

/**
 * The text of a manuscript without its title and byline, and without the notes that stand raised in it.
 * @param accepted the title and byline of the text after its tracked changes. When it has none, no heading that a change
 *   took out is taken for one in the text before.
 */
export function finishedOf(manuscript: Manuscript, property: string, accepted?: Heading) {
  const heading = headingOf(manuscript, property)
  const raised = notesOfRaisedMarks(manuscript)
  const titled = !accepted || accepted.omitted.size > 0
  const omitted = new Set([...(titled ? heading.omitted : []), ...raised.omitted])
  return { heading, raised, finished: manuscript.finish(omitted, raised.cuts) }
}
