/** The only cookie that the pages of questions read; it holds the proof that a code was entered. */
export const QUESTION_COOKIE = 'factdesk-question'
