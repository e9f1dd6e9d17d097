import {
  acknowledgeCorrection,
  amendCorrection,
  approveCorrection,
  assignOwner,
  publishCorrection,
  startCorrection,
} from '@/domain/correction/commands'
import { db } from '@/prisma/client'
import { addSourceTo, changeNumbered, claimId, keyOf, made, personId, settleCorrected } from '../desk'
import { REQUESTS, type CorrectionPlan } from '../published'
import { after } from '../when'
import { requestAbout } from './requests'
import type { Step } from './step'

const nameOf = ({ name }: CorrectionPlan) => `correction-${name}`

async function inItsVersion(plan: CorrectionPlan) {
  const id = await made(nameOf(plan))
  return db().correction.findUniqueOrThrow({ where: { id }, select: { id: true, version: true } })
}

/** The published claim turns out to be wrong. */
function finding({ article, claim, disputed }: CorrectionPlan): Step[] {
  if (!disputed) return []
  const { at, by, source, finding } = disputed
  return [
    {
      ...{ at, by, does: `${article}: claim ${claim} refuted` },
      run: (actor) => addSourceTo(actor, article, claim, source),
    },
    {
      ...{ at: after(at, 2), by, does: `${article}: claim ${claim} disputed` },
      run: (actor) => changeNumbered(actor, article, claim, { status: 'disputed', finding }),
    },
  ]
}

function start(plan: CorrectionPlan): Step {
  const { article, claim, fields, started, request } = plan
  const about = REQUESTS.find(({ name }) => name === request)
  return {
    ...{ ...started, does: `${nameOf(plan)} started` },
    run: async (actor) =>
      startCorrection(actor, {
        ...fields,
        articleId: await made(article),
        claimId: await claimId(article, claim),
        correctionRequestId: about && (await requestAbout(about)),
        requestKey: keyOf(nameOf(plan)),
      }),
  }
}

const TAKEN = {
  acknowledged: acknowledgeCorrection,
  approved: approveCorrection,
  published: publishCorrection,
}

const taken = (plan: CorrectionPlan): Step[] =>
  (['acknowledged', 'approved', 'published'] as const).flatMap((state) => {
    const step = plan[state]
    if (!step) return []
    const run: Step['run'] = async (actor) => TAKEN[state](actor, await inItsVersion(plan))
    return [{ ...step, does: `${nameOf(plan)} ${state}`, run }]
  })

function owning(plan: CorrectionPlan): Step[] {
  const { owner, acknowledged } = plan
  if (!owner || !acknowledged) return []
  const run: Step['run'] = async (actor) =>
    assignOwner(actor, { ...(await inItsVersion(plan)), ownerId: await personId(owner) })
  return [{ at: after(acknowledged.at, 1), by: acknowledged.by, does: `${nameOf(plan)} owned`, run }]
}

/** The corrected words are checked again. */
function settling({ article, claim, settled }: CorrectionPlan): Step[] {
  if (!settled) return []
  const { at, by, source, finding } = settled
  return [
    {
      ...{ at, by, does: `${article}: claim ${claim} settled` },
      run: (actor) => settleCorrected(actor, article, claim),
    },
    {
      ...{ at: after(at, 1), by, does: `${article}: claim ${claim} supported` },
      run: (actor) => addSourceTo(actor, article, claim, source),
    },
    {
      ...{ at: after(at, 3), by, does: `${article}: claim ${claim} verified` },
      run: (actor) => changeNumbered(actor, article, claim, { status: 'verified', finding }),
    },
  ]
}

function amending(plan: CorrectionPlan): Step[] {
  if (!plan.amended) return []
  const { at, by, note, reason } = plan.amended
  const run: Step['run'] = async (actor) =>
    amendCorrection(actor, { ...(await inItsVersion(plan)), note, reason, substantive: true })
  return [{ at, by, does: `${nameOf(plan)} amended`, run }]
}

/** The way of a correction, from the error to what readers see. */
export const correctionSteps = (plan: CorrectionPlan): Step[] => [
  ...finding(plan),
  start(plan),
  ...taken(plan),
  ...owning(plan),
  ...settling(plan),
  ...amending(plan),
]
