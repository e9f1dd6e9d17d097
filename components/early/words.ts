import type {} from './listen'

/** Whether words that were typed before the page listened still wait for their field. */
export const holdsEarlyWords = () => window.factdeskEarly?.holdsWords?.() ?? false
