import { secondRefusal, type CorrectionState } from './correction/rules'
import { LADDER, ROLES, type Actor, type Role } from './user/policy'

type Grant = { who: (actor: Actor) => boolean; when?: undefined }
type Conditional<R> = Pick<Grant, 'who'> & { when: (record: R, actor: Actor) => boolean }

/** Whoever stands on this step of the ladder or above it. A role that is not on the ladder stands nowhere. */
const from = (step: (typeof LADDER)[number]): Grant => {
  const allowed: readonly Role[] = LADDER.slice(LADDER.indexOf(step))
  return { who: ({ role }) => allowed.includes(role) }
}

/** The same, of some records only. */
const when = <R>({ who }: Grant, condition: (record: R, actor: Actor) => boolean): Conditional<R> => ({
  who,
  when: condition,
})

const notTakenUp = ({ state }: { state: CorrectionState }) => state === 'reported'
const nothingOfItOwn = (correction: Parameters<typeof secondRefusal>[0], { id }: Actor) =>
  secondRefusal(correction, id) === null
const own = ({ userId }: { userId: string }, { id }: Actor) => userId === id

/** Who may do what. One of the grants is enough. */
export const PERMISSIONS = {
  readArticles: [from('viewer')],
  exportArticle: [from('viewer')],
  createArticle: [from('editor')],
  changeArticle: [from('editor')],
  /** The text is the editors': checkers work on what it says. */
  reviseArticle: [from('editor')],

  readClaims: [from('viewer')],
  makeClaim: [from('checker')],
  reviewClaim: [from('checker')],
  withdrawClaim: [from('checker')],
  editSources: [from('checker')],
  /** Whoever may make a claim may also say that there is none to make. */
  passSentences: [from('checker')],
  /** Priority and due time. */
  planClaim: [from('checker')],
  /** Who works on what is the editors' to say. */
  assignWork: [from('editor')],
  /** To be given a claim or a correction. */
  takeWork: [from('checker')],
  signOffClaim: [from('editor')],

  readCorrections: [from('viewer')],
  startCorrection: [from('checker')],
  /** What is told to readers is the editors' to say; until one took it up, checkers may word it. */
  changeCorrection: [from('editor'), when(from('checker'), notTakenUp)],
  /** Acknowledging, approving, publishing, rejecting, amending, owners, ripples, readers' reports and wordings. */
  handleCorrections: [from('editor')],
  /** Nobody seconds what they approved or wrote any part of. */
  secondCorrection: [when(from('editor'), nothingOfItOwn)],

  readReports: [from('viewer')],
  issueReport: [from('editor')],
  readStatistics: [from('viewer')],
  /** Figures of people by their names are for those who lead them. */
  readCheckerFigures: [from('editor')],

  holdTokens: [from('viewer')],
  revokeToken: [from('admin'), when(from('viewer'), own)],
  managePeople: [from('admin')],
  rotateKey: [from('admin')],
  /** What was done to people, tokens, keys, webhooks and wordings, and whether all history is whole. */
  readAdministration: [from('admin')],
  /** Addresses, their deliveries and what is sent to them: all of it leaves the house. */
  manageWebhooks: [from('admin')],
} satisfies Record<string, readonly (Grant | Conditional<never>)[]>

export type Permission = keyof typeof PERMISSIONS

type ConditionOf<P extends Permission> = Extract<(typeof PERMISSIONS)[P][number], { when: unknown }>['when']
/** The record that a permission depends on; none for most. */
type OnWhat<P extends Permission> = [ConditionOf<P>] extends [never]
  ? []
  : [ConditionOf<P>] extends [(record: infer R, actor: Actor) => boolean]
    ? [record: R]
    : never

const grantsOf = (permission: Permission): readonly (Grant | Conditional<never>)[] => PERMISSIONS[permission]

/** Whether this actor may do it, with the record that it depends on. */
export const may = <P extends Permission>(actor: Actor, permission: P, ...[record]: OnWhat<P>): boolean =>
  grantsOf(permission).some(
    ({ who, when: condition }) => who(actor) && (!condition || condition(record as never, actor)),
  )

/** Whether there can be a record with which somebody of this role may do it. */
export const roleMay = (role: Role, permission: Permission): boolean =>
  grantsOf(permission).some(({ who }) => who({ id: '', name: '', role }))

/** The roles of which somebody may do it. */
export const rolesThatMay = (permission: Permission): Role[] =>
  ROLES.filter((role) => roleMay(role, permission))
