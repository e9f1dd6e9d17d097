import { eachStatus, STATUSES } from '@/domain/claim/statuses'
import { foldSearch } from '@/text/fold'

/** In UTF-16 units; longer names match nothing. */
const NAME_MAX = 200

/** The columns of a list of claims. `sources`, `correction` and `proposal` hold several values in one cell. */
export type Column =
  | 'quote'
  | 'status'
  | 'finding'
  | 'prefix'
  | 'suffix'
  | 'start'
  | 'part'
  | 'priority'
  | 'sourceTitle'
  | 'sourceUrl'
  | 'sourcePublisher'
  | 'sourceExcerpt'
  | 'stance'
  | 'sources'
  | 'correction'
  | 'correctionKind'
  | 'correctionText'
  | 'correctionReason'

const NAMES: Record<Column, readonly string[]> = {
  quote: ['quote', 'claim', 'words', 'الاقتباس', 'اقتباس', 'الادعاء', 'ادعاء', 'الكلمات', 'نص الادعاء'],
  status: ['status', 'verdict', 'الحالة', 'حالة الادعاء', 'الحكم'],
  finding: ['finding', 'rationale', 'نتيجة التدقيق', 'النتيجة', 'نتيجة', 'التعليل'],
  prefix: ['prefix', 'words before', 'before', 'ما قبله', 'قبله', 'ما قبلها'],
  suffix: ['suffix', 'words after', 'after', 'ما بعده', 'بعده', 'ما بعدها'],
  start: ['start', 'start utf16', 'البداية', 'بداية', 'الموضع'],
  part: ['part', 'الجزء', 'جزء المقال'],
  priority: ['priority', 'الأولوية', 'أولوية'],
  sourceTitle: ['source title', 'source', 'عنوان المصدر', 'المصدر', 'اسم المصدر'],
  sourceUrl: ['source url', 'url', 'link', 'source link', 'رابط المصدر', 'الرابط', 'رابط'],
  sourcePublisher: ['source publisher', 'publisher', 'ناشر المصدر', 'الناشر'],
  sourceExcerpt: ['source excerpt', 'excerpt', 'مقتطف المصدر', 'مقتطف'],
  stance: ['stance', 'source stance', 'موقف المصدر', 'الموقف'],
  sources: ['sources', 'المصادر'],
  correction: ['correction', 'proposal', 'التصحيح'],
  correctionKind: ['correction kind', 'proposal kind', 'نوع التصحيح'],
  correctionText: ['correction replacement', 'proposal replacement', 'replacement', 'النص المصحح'],
  correctionReason: ['correction reason', 'proposal reason', 'سبب التصحيح'],
}

/** Columns of the desk's own reports that derive from other columns or describe the checked article. */
const FOLLOWS = new Set(
  [
    'claim_number',
    'claim_id',
    'number',
    'anchor',
    'anchor_label',
    'status_label',
    'sources_supporting',
    'sources_refuting',
    'sources_context',
    'end',
    'end_utf16',
    'start_code_points',
    'end_code_points',
    'sign_off_needed',
    'article_id',
    'article_title',
    'article_language',
    'revision',
    'revision_sha256',
    'report_number',
    'report_digest',
    'report_kind',
    'generated_at',
  ].map(wordsOf),
)

const WORDS = {
  status: eachStatus((status) => STATUSES[status].words),
  priority: {
    low: ['low', 'منخفضة'],
    normal: ['normal', 'عادية'],
    high: ['high', 'عالية', 'مرتفعة'],
    urgent: ['urgent', 'عاجلة'],
  },
  part: {
    text: ['text', 'النص'],
    headline: ['headline', 'العنوان'],
  },
  stance: {
    supports: ['supports', 'يؤيد'],
    refutes: ['refutes', 'ينفي'],
    context: ['context', 'سياق'],
  },
} as const

/** The words of a name, for comparison: `sourceTitle`, `source_title` and `Source title` are equal. */
function wordsOf(name: string): string {
  if (name.length > NAME_MAX) return name
  const apart = name.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[_-]/g, ' ')
  return foldSearch(apart).folded.trim().replace(/ +/g, ' ')
}

const COLUMNS = new Map(
  Object.entries(NAMES).flatMap(([column, names]) => names.map((name) => [wordsOf(name), column as Column])),
)

/** The column with this heading in English or Arabic; null when the desk has no such column. */
export const columnOf = (heading: string): Column | null => COLUMNS.get(wordsOf(heading)) ?? null

/** Whether ignoring a column loses nothing. */
export const isDerived = (heading: string): boolean => FOLLOWS.has(wordsOf(heading))

/** The key of a status, priority or stance, from its name in English or Arabic; an unknown name stays as it is. */
export function valueNamed(kind: keyof typeof WORDS, given: string): string {
  const wanted = wordsOf(given)
  const found = Object.entries<readonly string[]>(WORDS[kind]).find(([, names]) =>
    names.some((name) => wordsOf(name) === wanted),
  )
  return found?.[0] ?? given
}
