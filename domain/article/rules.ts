/** In UTF-16 units. */
export const TITLE_MAX = 500
export const BYLINE_MAX = 300
export const DATELINE_MAX = 200
export const URL_MAX = 2048
