import type {} from './listen'

/** Whether a field still waits for words that were typed before the page listened. */
export const holdsEarlyWords = () => window.factdeskEarly?.holdsWords?.() ?? false
