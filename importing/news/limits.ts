import { elementsOf, firstOf, type NewsNode, wordsOf } from './xml'

/** What leaves a message free to use. */
const FREE = /^(?:usable|released|advisory)?$/i

/** Codes of catalogues, such as `stat:canceled`, without their prefix. */
const codeOf = (code: string) => code.replace(/^.*[:/]/, '')

/** What an agency says against using a message now, in the terms of its format: an embargo, a withdrawal. */
export function limitsOf(item: NewsNode): string[] {
  const meta = firstOf(item, 'itemMeta') ?? { ...item, children: [] }
  const embargoes = elementsOf(meta).flatMap((one) =>
    one.name === 'embargoed' ? [`embargoed ${wordsOf(one)}`.trim()] : [],
  )
  const { qcode = '', uri = '' } = firstOf(meta, 'pubStatus')?.attributes ?? {}
  const management = firstOf(item, 'docdata')?.attributes['management-status'] ?? ''
  const statuses = [codeOf(qcode || uri), management].filter((status) => !FREE.test(status))
  return [...embargoes, ...statuses]
}
