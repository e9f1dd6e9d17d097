import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { AMENDED_FIELDS, APPROVED_FIELDS, type Amended, type Approved } from './rules'

const sha256 = (value: unknown) =>
  createHash('sha256')
    .update(String(canonicalize(value)))
    .digest('hex')

const only = <Whole extends object>(whole: Whole, fields: readonly (keyof Whole)[]) =>
  Object.fromEntries(fields.map((field) => [field, whole[field]]))

/** SHA-256, hex, over the canonical JSON (RFC 8785) of what an approval of a correction is given to. */
export const approvalDigest = (correction: Approved): string => sha256(only(correction, APPROVED_FIELDS))

/** The same of what an amendment changes and into what: it is approved for the words it was proposed for. */
export const amendmentDigest = (before: Amended, after: Amended): string =>
  sha256({ before: only(before, AMENDED_FIELDS), after: only(after, AMENDED_FIELDS) })
