/** How long a file may be read before it is given up, in milliseconds. */
export const READING_TIME = { html: 10_000, pdf: 20_000 }
