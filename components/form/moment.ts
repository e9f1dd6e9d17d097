/** The time of day that a day gets when nobody gave one. */
export const END_OF_WORK = '18:00'

const TIME = /T(\d{2}:\d{2})$/

/** A wall clock, YYYY-MM-DDTHH:MM, as its day and its time. What is no day stays as it was typed. */
export function momentParts(value: string): { day: string; time: string } {
  const time = TIME.exec(value)?.[1] ?? ''
  return { day: value.replace(TIME, ''), time }
}

/** The day and the time as one text, as a wall clock when the day is one; empty without a day. */
export const momentText = ({ day, time }: { day: string; time: string }): string =>
  day === '' ? '' : `${day}T${time || END_OF_WORK}`

/** Whether a text is a wall clock. */
export const isWallClock = (value: string): boolean => /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(value)
