export const PROBLEM_KEYS = [
  'notJson',
  'noReview',
  'tooManyReviews',
  'severalReviews',
  'sharedAddress',
  'tooDeep',
  'tooMuchJson',
  'contextMissing',
  'required',
  'recommended',
  'notText',
  'notObject',
  'typeMissing',
  'typeWrong',
  'urlInvalid',
  'urlPrivate',
  'urlOtherHost',
  'urlParentHost',
  'dateInvalid',
  'dateLoose',
  'ratingNotNumber',
  'ratingDigits',
  'ratingBelowOne',
  'ratingByName',
  'ratingOrder',
  'ratingObserved',
  'ratingOutside',
  'notInWords',
  'claimLong',
  'ownSpeaker',
  'languageUnknown',
] as const
/** The name of a sentence under `claimReview.problem` in the message files. */
export type ProblemKey = (typeof PROBLEM_KEYS)[number]

/** Appends one step to a JSONPath, in the short form where the name allows it. */
export const step = (path: string, name: string | number): string =>
  typeof name === 'number'
    ? `${path}[${name}]`
    : /^[A-Za-z_][A-Za-z0-9_]*$/.test(name)
      ? `${path}.${name}`
      : `${path}[${JSON.stringify(name)}]`
