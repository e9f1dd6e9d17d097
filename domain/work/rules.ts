/** The lists of claims on the page of somebody's own work, in their order. */
export const WORK_LISTS = ['due', 'sentBack', 'signOff', 'assigned'] as const
export type WorkList = (typeof WORK_LISTS)[number]

/** How many of each list the page shows. The lists of claims and corrections show the rest. */
export const WORK_SHOWN = 8

/**
 * Up to how many the claims of a list are counted. Counting all that wait for a sign-off would read much of a large
 * desk.
 */
export const WORK_COUNTED = 1_000

/** How many people and articles the workload of the desk shows. */
export const LOAD_SHOWN = { people: 100, articles: 15 }
