import { secondRefusal, type CorrectionState } from './correction/rules'
import { LADDER, ROLES, type Actor, type Role } from './user/policy'

type Grant = { who: (actor: Actor) => boolean; when?: undefined }
type Conditional<R> = Pick<Grant, 'who'> & { when: (record: R, actor: Actor) => boolean }

/** Grants a permission to this step of the ladder and all above. A role outside the ladder never gets it this way. */
const from = (step: (typeof LADDER)[number]): Grant => {
  const allowed: readonly Role[] = LADDER.slice(LADDER.indexOf(step))
  return { who: ({ role }) => allowed.includes(role) }
}

/** Restricts a grant to records that meet a condition. */
const when = <R>({ who }: Grant, condition: (record: R, actor: Actor) => boolean): Conditional<R> => ({
  who,
  when: condition,
})

const notTakenUp = ({ state }: { state: CorrectionState }) => state === 'reported'
const nothingOfItOwn = (correction: Parameters<typeof secondRefusal>[0], { id }: Actor) =>
  secondRefusal(correction, id) === null
const ownView = ({ ownerId }: { ownerId: string }, { id }: Actor) => ownerId === id
const sharedView = ({ shared }: { shared: boolean }) => shared
const ownQuestion = ({ askedById }: { askedById: string }, { id }: Actor) => askedById === id
const own = ({ userId }: { userId: string }, { id }: Actor) => userId === id

/** Who may do what. One matching grant is enough. */
export const PERMISSIONS = {
  readArticles: [from('viewer')],
  exportArticle: [from('viewer')],
  createArticle: [from('editor')],
  changeArticle: [from('editor')],
  /** Editors are responsible for the text; checkers work on its claims. */
  reviseArticle: [from('editor')],

  readClaims: [from('viewer')],
  makeClaim: [from('checker')],
  reviewClaim: [from('checker')],
  withdrawClaim: [from('checker')],
  editSources: [from('checker')],
  /** Anyone who may make a claim may also say that a sentence needs none. */
  passSentences: [from('checker')],
  /** Priority and due time. */
  planClaim: [from('checker')],
  /** Editors decide who works on what. */
  assignWork: [from('editor')],
  /** To be assigned a claim or a correction. */
  takeWork: [from('checker')],
  signOffClaim: [from('editor')],
  /** Comments on claims and articles, and resolving their threads. */
  comment: [from('checker')],
  /** To ask the writer or an outside expert, and to see at which address they get mail. */
  askOutside: [from('checker')],
  /** Whoever asked may take the question back, and so may editors. */
  revokeQuestion: [from('editor'), when(from('checker'), ownQuestion)],

  readCorrections: [from('viewer')],
  startCorrection: [from('checker')],
  /** Editors decide what readers are told. Checkers may word a correction until an editor takes it up. */
  changeCorrection: [from('editor'), when(from('checker'), notTakenUp)],
  /** Acknowledging, approving, publishing, rejecting, amending, owners, ripples, correction requests and wordings. */
  handleCorrections: [from('editor')],
  /** Nobody seconds a correction that they approved or wrote any part of. */
  secondCorrection: [when(from('editor'), nothingOfItOwn)],

  /** To see shared views and keep views of one's own. */
  keepViews: [from('viewer')],
  shareView: [from('editor')],
  /** A person's own views are theirs alone. A shared one belongs to the desk, so any editor keeps it in order. */
  changeView: [when(from('viewer'), ownView), when(from('editor'), sharedView)],

  readReports: [from('viewer')],
  issueReport: [from('editor')],
  readStatistics: [from('viewer')],
  /** Figures about named people are for the people who lead them. */
  readCheckerFigures: [from('editor')],

  holdTokens: [from('viewer')],
  revokeToken: [from('admin'), when(from('viewer'), own)],
  /** To have one's own due work at a secret address, as a calendar. */
  keepCalendar: [from('viewer')],
  /** What oneself is told, and how. */
  readNotices: [from('viewer')],
  managePeople: [from('admin')],
  rotateKey: [from('admin')],
  /** The history of people, tokens, keys, webhooks and wordings, and the check of all history. */
  readAdministration: [from('admin')],
  /** Webhook addresses, their deliveries and what is sent. All of this data leaves the newsroom. */
  manageWebhooks: [from('admin')],
  /** Whether mail is set up, and what could not be sent. */
  manageMail: [from('admin')],
} satisfies Record<string, readonly (Grant | Conditional<never>)[]>

export type Permission = keyof typeof PERMISSIONS

type ConditionOf<P extends Permission> = Extract<(typeof PERMISSIONS)[P][number], { when: unknown }>['when']
/** The record that a permission depends on; most depend on none. */
type OnWhat<P extends Permission> = [ConditionOf<P>] extends [never]
  ? []
  : [ConditionOf<P>] extends [(record: infer R, actor: Actor) => boolean]
    ? [record: R]
    : never

const grantsOf = (permission: Permission): readonly (Grant | Conditional<never>)[] => PERMISSIONS[permission]

/** The permissions that depend on no record. */
export type PlainPermission = {
  [P in Permission]: [ConditionOf<P>] extends [never] ? P : never
}[Permission]

/** Whether this actor has the permission, given the record that it depends on. */
export const may = <P extends Permission>(actor: Actor, permission: P, ...[record]: OnWhat<P>): boolean =>
  grantsOf(permission).some(
    ({ who, when: condition }) => who(actor) && (!condition || condition(record as never, actor)),
  )

/** Whether this role may do it to at least some records. */
export const roleMay = (role: Role, permission: Permission): boolean =>
  grantsOf(permission).some(({ who }) => who({ id: '', name: '', role }))

/** The roles that have the permission, at least for some records. */
export const rolesThatMay = (permission: Permission): Role[] =>
  ROLES.filter((role) => roleMay(role, permission))
