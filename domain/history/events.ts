import type { ARTICLE_STATES } from '@/domain/article/schema'
import type { SpeakerKind } from '@/domain/attribution/shape'
import type { Priority } from '@/domain/claim/rules'
import type { ClaimStatus, Stance } from '@/domain/claim/statuses'
import type { CorrectionKind, CorrectionState, FoundBy, Severity } from '@/domain/correction/rules'
import type { DeliveryState } from '@/domain/delivery/rules'
import type { MergedPart } from '@/domain/merging/rules'
import type { AnswerVerdict, QuestionKind } from '@/domain/question/rules'
import type { MailChoice } from '@/domain/notice/rules'
import type { ReportKind } from '@/domain/report/schema'
import type { SOURCE_KINDS } from '@/domain/source/schema'
import type { Role } from '@/domain/user/policy'

/**
 * The kind of value that a field of a line holds. `written` is a longer text by a person, `code` is read character by
 * character, and `named` is one of a few values that have names in the message files.
 */
export type FieldIs =
  'text' | 'written' | 'code' | 'language' | 'day' | 'count' | 'flag' | 'moment' | 'person' | 'named' | 'list'

/** Values with names in the message files, by the path of these names. */
export type Named = {
  'common.status': ClaimStatus
  'common.priority': Priority
  'common.stance': Stance
  'common.sourceKind': (typeof SOURCE_KINDS)[number]
  'common.articleState': (typeof ARTICLE_STATES)[number]
  'common.speakerKind': SpeakerKind
  'common.role': Role
  'question.kind': QuestionKind
  'question.verdict': AnswerVerdict
  'correction.kind': CorrectionKind
  'correction.state': CorrectionState
  'correction.severity': Severity
  'correction.foundBy': FoundBy
  'history.part': MergedPart
  report: ReportKind
  'notices.settings.choice': MailChoice
  'webhooks.state': DeliveryState
  /** An HTTP status, or why there was none. */
  'webhooks.answer': string | number
  'webhooks.event': string
}

declare const holds: unique symbol

export type Field<T = unknown> = {
  is: FieldIs
  /** The path of the value's names in the message files. */
  names?: keyof Named
  /** For a person's id: the field that gives readers the person's name. */
  nameIn?: string
  /** Only the desk itself uses it; readers of the history do not see it. */
  hidden?: true
  orNull?: true
  optional?: true
  /** Only the compiler uses it. */
  [holds]?: T
}

const field = <T>(is: FieldIs, more: Omit<Field, 'is' | typeof holds> = {}): Field<T> => ({ is, ...more })
const named = <N extends keyof Named>(names: N) => field<Named[N]>('named', { names })
const person = (nameIn: string) => field<string | null>('person', { nameIn, orNull: true })
const orNull = <T>(of: Field<T>): Field<T | null> => ({ ...of, orNull: true })
const hidden = <T>(of: Field<T>) => ({ ...of, hidden: true as const })
const maybe = <T>(of: Field<T>) => ({ ...of, optional: true as const })

type Fields = Record<string, Field>
type AllMaybe<F extends Fields> = { [K in keyof F]: F[K] & { optional: true } }

const maybeAll = <F extends Fields>(fields: F) =>
  Object.fromEntries(Object.entries(fields).map(([name, of]) => [name, maybe(of)])) as AllMaybe<F>

/** Any of the fields, before and after. */
const changes = <F extends Fields>(fields: F) => ({ before: maybeAll(fields), after: maybeAll(fields) })

const text = field<string>('text')
const written = field<string>('written')
const code = field<string>('code')
const language = field<string>('language')
const day = field<string>('day')
const count = field<number>('count')
const flag = field<boolean>('flag')
const moment = field<Date>('moment')

const claimStatus = named('common.status')
const stance = named('common.stance')
const correctionKind = named('correction.kind')
const correctionState = named('correction.state')
const severity = named('correction.severity')
const foundBy = named('correction.foundBy')
const role = named('common.role')
const answer = named('webhooks.answer')
const mailChoice = named('notices.settings.choice')

/** What others changed since the version that a change was based on, and that stands beside it. */
const mergedWith = maybe(field<readonly MergedPart[]>('list', { names: 'history.part' }))

/** Any of the fields, before and after, and what the change was merged with. */
const merging = <F extends Fields>(fields: F) => {
  const { before, after } = changes(fields)
  return { before, after: { ...after, mergedWith } }
}

const VERDICT = merging({
  status: claimStatus,
  assigneeId: person('assignee'),
  priority: named('common.priority'),
  dueAt: orNull(moment),
  finding: written,
})
const WORDS = { status: maybe(claimStatus), quote: written }
const NUMBERED = { number: hidden(count), quote: written, why: maybe(text) }
const SOURCE = { title: text, stance, url: orNull(code) }
const SENTENCES = { quote: written, revision: count, sentences: count }
const correction = count
const AMENDMENT = changes({ kind: correctionKind, wrong: text, right: text, note: text, explanation: text })
const AMENDED = {
  before: AMENDMENT.before,
  after: { correction, why: text, substantive: flag, ...AMENDMENT.after },
}
const STEP = {
  before: { state: correctionState },
  after: { correction, state: correctionState },
}
const CORRECTION = changes({
  state: correctionState,
  quote: written,
  kind: correctionKind,
  severity,
  foundBy,
  wrong: text,
  right: text,
  note: text,
  replacement: orNull(text),
  explanation: text,
  asked: text,
  fixedElsewhere: text,
  ownerId: person('owner'),
})
const WEBHOOK = { url: code, events: field<readonly string[]>('list', { names: 'webhooks.event' }) }
const NOTICES = changes({
  assigned: mailChoice,
  sent_back: mailChoice,
  mentioned: mailChoice,
  answered: mailChoice,
  due: mailChoice,
  overdue: mailChoice,
  quiet: orNull(code),
})
const VIEW = { name: text, query: code, shared: flag }
const WEBHOOK_CHANGES = changes({ ...WEBHOOK, disabled: flag, answer })

/** The chain that a line continues: its article's, or the chain of everything without an article. */
export type Chain = 'article' | 'administration'
type Sides = { before?: Fields; after?: Fields }
type Event = Sides & {
  /** `either` when lines of this verb may belong to an article or to none. */
  chain: Chain | 'either'
  /** Whether webhooks can subscribe to it. */
  told?: true
  /** Whether somebody did it who has no account, named in the field `outside`. Its actor asked them. */
  fromOutside?: true
}

const ofArticle = <S extends Sides>(sides?: S) => ({ ...(sides as S), chain: 'article' as const })
const ofAdministration = <S extends Sides>(sides?: S) => ({
  ...(sides as S),
  chain: 'administration' as const,
})
const fromOutside = <E extends Event>(event: E) => ({ ...event, fromOutside: true as const })
const told = <E extends Event>(event: E) => ({ ...event, told: true as const })

/**
 * Every event of history, as noun.verb: the fields of its lines before and after, in the order they are shown; whether
 * other programs can subscribe to it; and the chain it continues. The recorder's types, the descriptions of the HTTP
 * API and of webhooks, and the pages all derive from this table.
 */
export const EVENTS = {
  'article.created': told(ofArticle({ after: { title: text, language, revision: count, claims: count } })),
  'article.changed': told(
    ofArticle(
      merging({
        state: named('common.articleState'),
        title: text,
        byline: text,
        dateline: text,
        language,
        desk: text,
        canonicalUrl: orNull(code),
        deadline: orNull(moment),
        confidential: flag,
      }),
    ),
  ),
  'article.revised': told(
    ofArticle({
      before: { revision: count },
      after: {
        ...{ revision: count, unchanged: count, moved: count, changed: count, gone: count },
        claims: maybe(count),
      },
    }),
  ),
  'claim.made': told(
    ofArticle({
      after: {
        status: maybe(claimStatus),
        number: hidden(count),
        quote: written,
        sources: maybe(count),
        finding: maybe(written),
      },
    }),
  ),
  'claim.reviewed': told(ofArticle(VERDICT)),
  'claim.finding_written': ofArticle(VERDICT),
  'claim.planned': ofArticle(VERDICT),
  'claim.attributed': ofArticle(
    merging({
      speaker: text,
      speakerKind: named('common.speakerKind'),
      saidOn: orNull(day),
      saidAt: orNull(code),
      rating: orNull(count),
      ratingName: text,
    }),
  ),
  'claim.wording_proposed': ofArticle(merging({ proposed: written, why: text })),
  'claim.text_changed': told(ofArticle({ before: WORDS, after: WORDS })),
  'claim.confirmed': told(ofArticle({ before: maybeAll(WORDS), after: WORDS })),
  'claim.anchored': ofArticle({ before: maybeAll(WORDS), after: WORDS }),
  'claim.orphaned': told(ofArticle({ before: maybeAll(WORDS), after: WORDS })),
  'claim.taken_over': told(
    ofArticle({
      before: { status: claimStatus, finding: written },
      after: { status: claimStatus, from: text, sources: count, finding: written, fromId: hidden(code) },
    }),
  ),
  // Claims imported. The hash of a line covers its verb, so stored lines keep this spelling.
  'claim.laid_over': ofArticle({ after: { revision: count, claims: count, first: hidden(count) } }),
  'claim.signed_off': ofArticle({ after: { status: claimStatus, digest: hidden(code) } }),
  'claim.sign_off_withdrawn': ofArticle(),
  'claim.sign_off_voided': ofArticle(),
  'claim.sent_back': told(
    ofArticle({ before: { status: claimStatus }, after: { status: claimStatus, why: text } }),
  ),
  'claim.withdrawn': told(ofArticle({ after: NUMBERED })),
  'claim.restored': told(ofArticle({ after: NUMBERED })),
  'sentence.passed': ofArticle({ after: SENTENCES }),
  'sentence.opened': ofArticle({ after: SENTENCES }),
  'source.added': ofArticle({ after: SOURCE }),
  'source.changed': ofArticle(
    merging({
      title: text,
      stance,
      kind: named('common.sourceKind'),
      url: orNull(code),
      publisher: text,
      locator: text,
      excerpt: written,
      primary: flag,
      published: orNull(day),
      accessed: orNull(day),
    }),
  ),
  'source.removed': ofArticle({ before: SOURCE }),
  'source.restored': ofArticle({ after: SOURCE }),
  'comment.written': ofArticle({ after: { comment: written } }),
  'comment.resolved': ofArticle(),
  'comment.reopened': ofArticle(),
  'question.asked': ofArticle({
    after: { askedKind: named('question.kind'), outside: text, question: written },
  }),
  'question.seen': fromOutside(ofArticle({ after: { outside: text } })),
  'question.answered': fromOutside(
    ofArticle({
      after: {
        outside: text,
        revision: count,
        verdict: maybe(named('question.verdict')),
        answer: maybe(written),
        proposed: maybe(written),
        url: maybe(code),
      },
    }),
  ),
  'question.revoked': ofArticle({ after: { outside: text } }),
  'report.issued': told(
    ofArticle({
      after: {
        number: code,
        kind: named('report'),
        language,
        internal: flag,
        digest: code,
        supersedes: maybe(code),
      },
    }),
  ),
  'key.rotated': ofAdministration({ before: { key: code }, after: { key: code } }),
  'correction.started': told(
    ofArticle({
      after: {
        correction,
        quote: maybe(written),
        kind: correctionKind,
        severity,
        foundBy,
        wrong: maybe(text),
        right: maybe(text),
        note: maybe(text),
        replacement: maybe(orNull(text)),
      },
    }),
  ),
  'correction.changed': ofArticle({
    before: CORRECTION.before,
    after: { correction, ...CORRECTION.after, mergedWith },
  }),
  'correction.acknowledged': ofArticle(STEP),
  'correction.approved': told(ofArticle(STEP)),
  'correction.seconded': ofArticle({ after: { correction } }),
  'correction.published': told(
    ofArticle({ before: STEP.before, after: { ...STEP.after, fixedIn: maybe(orNull(count)) } }),
  ),
  'correction.rejected': told(ofArticle({ before: STEP.before, after: { ...STEP.after, why: maybe(text) } })),
  'correction.amended': told(ofArticle(AMENDED)),
  'correction.amendment_proposed': ofArticle(AMENDED),
  'correction.amendment_refused': ofArticle({ after: { correction, why: text } }),
  'correction.amendment_withdrawn': ofArticle({ after: { correction } }),
  'correction.ripple_dismissed': ofArticle({ after: { correction, quote: written, why: text } }),
  // A correction request closed. The verb keeps its spelling for the same reason.
  'reader_report.closed': { chain: 'either', after: { why: text } },
  'correction_request.answered': { chain: 'either', after: { text: written } },
  'wording.changed': ofAdministration({
    before: { text: maybe(written) },
    after: { kind: correctionKind, language, text: written },
  }),
  'user.added': ofAdministration({ after: { name: text, email: code, role } }),
  'user.changed': ofAdministration({
    before: { role, active: flag },
    after: { role, active: flag, tokensRevoked: maybe(count) },
  }),
  'user.password_changed': ofAdministration({ after: { tokensRevoked: count } }),
  'user.password_link_made': ofAdministration({ after: { expiresAt: moment } }),
  'user.password_set': ofAdministration({ after: { tokensRevoked: count } }),
  'user.start_chosen': ofAdministration({ before: { view: orNull(text) }, after: { view: orNull(text) } }),
  'user.notices_chosen': ofAdministration(NOTICES),
  'view.saved': ofAdministration({ after: { list: code, ...VIEW } }),
  'view.changed': ofAdministration(changes(VIEW)),
  'view.removed': ofAdministration({ before: { name: text } }),
  'view.restored': ofAdministration({ after: { name: text } }),
  'token.made': ofAdministration({ after: { name: text } }),
  'token.revoked': ofAdministration(),
  'calendar.made': ofAdministration({ after: { language } }),
  'calendar.revoked': ofAdministration(),
  'webhook.added': ofAdministration({ after: WEBHOOK }),
  'webhook.changed': ofAdministration(WEBHOOK_CHANGES),
  'webhook.disabled': ofAdministration(WEBHOOK_CHANGES),
  'webhook.enabled': ofAdministration(WEBHOOK_CHANGES),
  'webhook.tested': ofAdministration(),
  'mail.tested': ofAdministration(),
  'mail.resent': ofAdministration(),
  'delivery.resent': ofAdministration({
    before: { state: named('webhooks.state'), attempts: count, answer },
  }),
} satisfies Record<string, Event>

type Events = typeof EVENTS
export type Verb = keyof Events
export const VERBS = Object.keys(EVENTS) as [Verb, ...Verb[]]

/** The events that other programs can subscribe to. */
export type ToldVerb = { [V in Verb]: Events[V] extends { told: true } ? V : never }[Verb]
export const isTold = (verb: string): verb is ToldVerb =>
  Object.hasOwn(EVENTS, verb) && 'told' in EVENTS[verb as Verb]

/** Who did it, when that is nobody with an account. */
export function doerOutside({
  verb,
  after,
}: {
  verb: Verb
  after: Record<string, unknown> | null
}): string | null {
  const event: Event = EVENTS[verb]
  return event.fromOutside && typeof after?.outside === 'string' ? after.outside : null
}

type FieldsOf<V extends Verb, S extends keyof Sides> = Events[V] extends Record<S, infer F> ? F : never
type ShownIn<F> = F extends unknown
  ? { [K in keyof F & string]: F[K] extends { hidden: true } ? never : K }[keyof F & string]
  : never
/** Every field that readers of the history see. */
export type ShownField = { [V in Verb]: ShownIn<FieldsOf<V, 'before'>> | ShownIn<FieldsOf<V, 'after'>> }[Verb]

/** The fields of a verb's lines, those of `after` first. */
export function fieldsOf(verb: Verb): [string, Field][] {
  const { before, after }: Sides = Object.hasOwn(EVENTS, verb) ? EVENTS[verb] : {}
  return Object.entries({ ...after, ...before })
}

/** The fields of a verb's lines that readers see, in the same order. */
export const shownFieldsOf = (verb: Verb) =>
  fieldsOf(verb).filter(([, { hidden }]) => !hidden) as [ShownField, Field][]

type Value<F> = F extends Field<infer T> ? T : never
type OptionalIn<F> = { [K in keyof F]: F[K] extends { optional: true } ? K : never }[keyof F]
type Values<F> = { [K in Exclude<keyof F, OptionalIn<F>>]: Value<F[K]> } & {
  [K in OptionalIn<F>]?: Value<F[K]>
}
type Side<S extends keyof Sides, F> = [F] extends [never]
  ? { [K in S]?: undefined }
  : object extends Values<F>
    ? { [K in S]?: Values<F> }
    : { [K in S]: Values<F> }

/** What was done: a verb with its fields before and after, restricted to those that changed. */
export type Deed<V extends Verb = Verb> = {
  [K in V]: { verb: K } & Side<'before', FieldsOf<K, 'before'>> & Side<'after', FieldsOf<K, 'after'>>
}[V]

type VerbOf<C extends Event['chain']> = { [V in Verb]: Events[V]['chain'] extends C ? V : never }[Verb]
export type ArticleVerb = VerbOf<'article' | 'either'>
export type AdministrationVerb = VerbOf<'administration' | 'either'>
