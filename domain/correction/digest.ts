import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { AMENDED_FIELDS, APPROVED_FIELDS, type Amended, type Approved } from './rules'

const sha256 = (value: unknown) =>
  createHash('sha256')
    .update(String(canonicalize(value)))
    .digest('hex')

const only = <Whole extends object>(whole: Whole, fields: readonly (keyof Whole)[]) =>
  Object.fromEntries(fields.map((field) => [field, whole[field]]))

/** SHA-256, hex, of the canonical JSON (RFC 8785) of the fields that an approval covers. */
export const approvalDigest = (correction: Approved): string => sha256(only(correction, APPROVED_FIELDS))

/** SHA-256, hex, of an amendment's fields before and after. An approval covers exactly the words that were proposed. */
export const amendmentDigest = (before: Amended, after: Amended): string =>
  sha256({ before: only(before, AMENDED_FIELDS), after: only(after, AMENDED_FIELDS) })
