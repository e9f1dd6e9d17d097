import type { AnchorText } from '@/text/anchor'
import { isReviewed } from '@/domain/claim/rules'
import { likenessKeys } from '@/text/likeness/keys'
import type { Language } from './sentences'
import { DAY, personOf, type CLAIM_TABLES, type Line, type Row, type Rows, type Stock } from './stock'

const UNASSIGNED = 0.3
const WITH_A_FINDING = 0.4
/** Sources of claims that need none. */
const WITH_A_SOURCE = 0.1
const WITH_A_DUE_TIME = 0.2

const PRIORITIES = [
  ['normal', 76],
  ['high', 14],
  ['low', 7],
  ['urgent', 3],
] as const
const OPEN = [
  ['unreviewed', 60],
  ['verified', 25],
  ['needs_source', 10],
  ['disputed', 5],
] as const
const SETTLED = [
  ['verified', 78],
  ['disputed', 14],
  ['needs_source', 8],
] as const
const FINDINGS = {
  en: [
    'The yearbook has another figure, on page',
    'The minutes say the same, on page',
    'Two papers differ, page',
  ],
  ar: ['في الكتاب السنوي رقم آخر، الصفحة', 'المحضر يقول الشيء نفسه، الصفحة', 'تختلف صحيفتان في ذلك، الصفحة'],
}
const PUBLISHERS = { en: ['Statistics office', 'City archive'], ar: ['دائرة الإحصاء', 'أرشيف المدينة'] }

const known = new Map<string, number[]>()
/** The search keys of a quote, worked out once. */
function keysOf(quote: string): number[] {
  const keys = known.get(quote) ?? likenessKeys(quote)
  known.set(quote, keys)
  return keys
}

type Article = { id: string; language: Language; made: number; author: string; isSettled: boolean }
type Place = { article: Article; revisionId: string; anchor: AnchorText; sentence: string; number: number }

/** What was done to a claim: its lines of history, and what they leave in its row. */
type Story = { lines: Line[]; version: number; at: number; columns: Row; changedIn: Row }

/** The rows of a claim, and what was done to it: it was planned, given a source, and reviewed. */
export function claimRows(stock: Stock, { article, revisionId, anchor, sentence, number }: Place) {
  const { random, until } = stock
  const { language, made, author } = article
  const id = random.uuid(made)
  const about = { claim: id, subject: id }
  const priority = random.weighed(PRIORITIES)
  const assignee = random.next() < UNASSIGNED ? null : personOf(stock)
  const status = random.weighed(article.isSettled ? SETTLED : OPEN)
  const reviewer = assignee ?? personOf(stock)
  const story: Story = { lines: [], version: 1, at: made, columns: {}, changedIn: {} }
  /** Sooner rather than later after the step before. */
  const takeTime = () => (story.at = Math.floor(story.at + (until - story.at) * random.next() ** 4))
  const isChanged = (...columns: string[]) =>
    Object.assign(story.changedIn, Object.fromEntries(columns.map((one) => [one, story.version])))
  const rows: Pick<Rows, (typeof CLAIM_TABLES)[number]> = {
    claim: [],
    anchor: [],
    source: [],
    claim_writer: [],
  }
  const wrote = (part: string) => rows.claim_writer.push({ claim_id: id, part, person_id: reviewer })

  function plan() {
    const at = takeTime()
    story.version += 1
    if (assignee) isChanged('assignee_id', 'assignee_key')
    if (priority !== 'normal') isChanged('priority')
    const [before, after] = [
      { ...(assignee && { assigneeId: null }), ...(priority !== 'normal' && { priority: 'normal' }) },
      { ...(assignee && { assigneeId: assignee }), ...(priority !== 'normal' && { priority }) },
    ]
    story.lines.push({ ...about, verb: 'claim.planned', at, actor: author, before, after })
  }

  function addSource() {
    const at = takeTime()
    const source = random.uuid(at)
    const title = `${random.of(PUBLISHERS[language])} ${1990 + random.below(35)}`
    const url = `https://archive.example/${random.below(1e6)}`
    const stance = status === 'disputed' ? 'refutes' : 'supports'
    rows.source.push({
      ...{ id: source, claim_id: id, title, url, stance, created_by_id: reviewer },
      ...{ created_at: new Date(at), updated_at: new Date(at) },
    })
    wrote('sources')
    const after = { title, stance, url }
    story.lines.push({ verb: 'source.added', claim: id, subject: source, actor: reviewer, at, after })
  }

  function review() {
    const at = takeTime()
    story.version += 1
    const isFound = status === 'disputed' || random.next() < WITH_A_FINDING
    const finding = isFound ? `${random.of(FINDINGS[language])} ${1 + random.below(400)}.` : ''
    story.lines.push({
      ...{ ...about, verb: 'claim.reviewed', at, actor: reviewer },
      before: { status: 'unreviewed', ...(isFound && { finding: '' }) },
      after: { status, ...(isFound && { finding }) },
    })
    isChanged('status', 'reviewed_by_id', 'reviewed_at', ...(isFound ? ['finding'] : []))
    wrote('status')
    if (isFound) wrote('finding')
    story.columns = { finding, reviewed_by_id: reviewer, reviewed_at: new Date(at) }
  }

  if (priority !== 'normal' || assignee) plan()
  if (status === 'verified' || random.next() < WITH_A_SOURCE) addSource()
  if (isReviewed(status)) review()
  rows.claim.push({
    ...{ id, article_id: article.id, number, quote: anchor.quote, keys: keysOf(anchor.quote) },
    ...{ status, priority, assignee_id: assignee, finding: '', ...story.columns },
    ...{ version: story.version, changed_in: story.changedIn, disputed_before: status === 'disputed' },
    due_at: random.next() < WITH_A_DUE_TIME ? new Date(made + random.below(60) * DAY) : null,
    judged: { quote: anchor.quote, context: [sentence] },
    ...{ created_by_id: author, created_at: new Date(made), updated_at: new Date(story.at) },
  })
  rows.anchor.push({ ...anchor, id: random.uuid(made), claim_id: id, revision_id: revisionId })
  return { rows, lines: story.lines }
}
