import { NOTICE_KINDS, type Choices, type MailChoice, type NoticeKind } from './rules'

type Fields = Partial<Record<NoticeKind, MailChoice>> & { quiet?: string | null }

const quietOf = ({ quiet }: Choices) => (quiet ? `${quiet.from}–${quiet.to}` : null)

/** What differs between two choices, as history records it; null when nothing does. */
export function changedChoices(one: Choices, other: Choices): { before: Fields; after: Fields } | null {
  const [before, after]: [Fields, Fields] = [{}, {}]
  for (const kind of NOTICE_KINDS)
    if (one.mail[kind] !== other.mail[kind]) {
      before[kind] = one.mail[kind]
      after[kind] = other.mail[kind]
    }
  if (quietOf(one) !== quietOf(other)) {
    before.quiet = quietOf(one)
    after.quiet = quietOf(other)
  }
  return Object.keys(after).length > 0 ? { before, after } : null
}
