import type { Issue } from '@/domain/errors'
import type { ImportProblem, ImportProblemCode } from '@/importing/incoming'

/** The key, under `errors`, of the sentence that says how to put each problem right. */
export const IMPORT_SENTENCES = {
  too_large: 'importTooLarge',
  too_many_blocks: 'textTooManyBlocks',
  unpacks_too_large: 'importUnpacksTooLarge',
  not_a_zip: 'importNotAZip',
  not_this_format: 'importNotThisFormat',
  damaged: 'importDamaged',
  encrypted: 'importEncrypted',
  bad_path: 'importBadPath',
  entities: 'importEntities',
  unsupported: 'importUnsupported',
  empty: 'importEmpty',
  encoding: 'importEncoding',
  address: 'importAddress',
  address_refused: 'importAddressRefused',
  unreachable: 'importUnreachable',
  not_text: 'importNotText',
  timeout: 'importTimeout',
  no_article: 'importNoArticle',
  scan: 'importScan',
  letters: 'importLetters',
} as const satisfies Record<ImportProblemCode, string>

/** Formats that people often bring and that have a sentence of their own. */
const KNOWN_FORMATS = new Set(['doc', 'msg', 'mhtml', 'svg', 'xml'])

/** An import problem as an issue of the field that brought the file, address or text. */
export function importIssue({ code, params }: ImportProblem, path: string): Issue {
  if (code === 'damaged' && 'detail' in params) return { path, key: 'frontMatter' }
  const format = String(params.format ?? '')
  return {
    path,
    key: IMPORT_SENTENCES[code],
    ...(code === 'unsupported' && { params: { format: KNOWN_FORMATS.has(format) ? format : 'other' } }),
  }
}
