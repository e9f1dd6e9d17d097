/** The first and last civil year in which a day of the desk may lie. Years of other calendars are outside. */
export const YEARS = { first: 1500, last: 2100 }

/** Whether a day, as YYYY-MM-DD, lies in such a year. */
export const isYearOfDesk = (day: string): boolean =>
  /^\d{4}-/.test(day) && Number(day.slice(0, 4)) >= YEARS.first && Number(day.slice(0, 4)) <= YEARS.last
