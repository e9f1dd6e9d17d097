export const PROBLEM_KEYS = [
  'notJson',
  'noReview',
  'tooManyReviews',
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
  'dateInvalid',
  'ratingNotNumber',
  'ratingDigits',
  'ratingOrder',
  'ratingObserved',
  'ratingOutside',
  'notInWords',
  'claimLong',
  'ownStatement',
  'languageUnknown',
] as const
/** Names a sentence under `claimReview.problem` in the message files. */
export type ProblemKey = (typeof PROBLEM_KEYS)[number]

export type Problem = {
  /** Where in the JSON, as JSONPath writes it (RFC 9535): `$.reviewRating.ratingValue`. */
  path: string
  /** An error keeps the review from being read; a warning makes it tell less. */
  severity: 'error' | 'warning'
  key: ProblemKey
  params: Record<string, string | number>
}

/** A step down a JSONPath, in the short form where the name allows it. */
export const step = (path: string, name: string | number): string =>
  typeof name === 'number'
    ? `${path}[${name}]`
    : /^[A-Za-z_][A-Za-z0-9_]*$/.test(name)
      ? `${path}.${name}`
      : `${path}[${JSON.stringify(name)}]`
