import type { Reading } from './reading'

/** Tells the manuscript the forms that a style gives. Returns the functions that end them, in the order they began. */
export function beginForms(
  { manuscript, shared: { styles } }: Reading,
  family: 'paragraph' | 'text',
  style: string | undefined,
): (() => void)[] {
  const ends: (() => void)[] = []
  const hidden = styles.isHidden(family, style)
  if (hidden !== null) ends.push(manuscript.leave('hidden', hidden))
  const struck = styles.isStruck(family, style)
  if (struck !== null) ends.push(manuscript.leave('struck', struck))
  const figure = styles.figure(family, style)
  if (figure !== undefined) ends.push(manuscript.beginFigure(figure))
  return ends
}
