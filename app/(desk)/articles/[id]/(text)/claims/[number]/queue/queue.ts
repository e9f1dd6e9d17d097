/** The walk through a list of claims, as the panel shows it. */
export type Queue = {
  /** Which claim of the list it is, counted from 1, and how many there are with those that were walked. */
  place: number
  total: number
  /** The addresses of the neighbours; null at an end of the list. */
  next: string | null
  previous: string | null
  /** The address of the list itself. */
  list: string
}
