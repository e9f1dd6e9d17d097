/** In UTF-16 units. */
export const TITLE_MAX = 500
export const BYLINE_MAX = 300
export const DATELINE_MAX = 200
export const URL_MAX = 2048

/** The states in which an article is still being checked. */
const IN_CHECK: readonly string[] = ['draft', 'checking']

/** Whether an article is still being checked after its deadline. */
export const isPastDeadline = (article: { state: string; deadline: Date | null }, at: Date): boolean =>
  IN_CHECK.includes(article.state) && article.deadline !== null && article.deadline.getTime() < at.getTime()
