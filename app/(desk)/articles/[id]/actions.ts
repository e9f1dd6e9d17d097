'use server'

import { changeArticle } from '@/domain/article/commands'
import { changeArticleSchema } from '@/domain/article/schema'
import { attributeClaim } from '@/domain/claim-review/commands'
import { attributeClaimSchema } from '@/domain/claim-review/schema'
import { mayMakeClaim } from '@/domain/claim/policy'
import { changeClaim, makeClaim, restoreClaim, withdrawClaim } from '@/domain/claim/commands'
import { anchorClaim, settleAnchor } from '@/domain/anchor/commands'
import { anchorClaimSchema, settleAnchorSchema } from '@/domain/anchor/schema'
import { forMeant } from '@/domain/claim/meant'
import { changeMeantSchema, claimIdSchema, makeClaimSchema, withdrawClaimSchema } from '@/domain/claim/schema'
import { layClaims } from '@/domain/overlay/commands'
import { previewOverlay, readListOf } from '@/domain/overlay/queries'
import { chosenRows } from '@/domain/overlay/rules'
import { layListSchema, listFileSchema, overlayPreviewSchema } from '@/domain/overlay/schema'
import { reviseArticle } from '@/domain/revision/commands'
import { previewRevision } from '@/domain/revision/queries'
import { mayRevise } from '@/domain/revision/policy'
import { reviseSchema } from '@/domain/revision/schema'
import { passSentences } from '@/domain/sentence/commands'
import { mayPassSentences } from '@/domain/sentence/policy'
import { passSentencesSchema } from '@/domain/sentence/schema'
import { signOffClaim, withdrawSignOff } from '@/domain/sign-off/commands'
import { signOffMeantSchema } from '@/domain/sign-off/schema'
import { addSource, changeSource, removeSource, restoreSource } from '@/domain/source/commands'
import { addSourceSchema, changeSourceSchema, sourceIdSchema } from '@/domain/source/schema'
import { takeOver } from '@/domain/statement/commands'
import { takeOverMeantSchema } from '@/domain/statement/schema'
import { formAction, readAction } from '@/services/action'
import { readListFile } from '@/services/importing/claim-list/list-file'
import type { z } from 'zod'

export async function makeClaimAction(input: z.input<typeof makeClaimSchema>) {
  return formAction(makeClaimSchema, makeClaim)(input)
}

export async function changeClaimAction(input: z.input<typeof changeMeantSchema>) {
  return formAction(changeMeantSchema, forMeant(changeClaim))(input)
}

export async function attributeClaimAction(input: z.input<typeof attributeClaimSchema>) {
  return formAction(attributeClaimSchema, attributeClaim)(input)
}

export async function withdrawClaimAction(input: z.input<typeof withdrawClaimSchema>) {
  return formAction(withdrawClaimSchema, withdrawClaim)(input)
}

export async function restoreClaimAction(input: z.input<typeof claimIdSchema>) {
  return formAction(claimIdSchema, restoreClaim)(input)
}

export async function addSourceAction(input: z.input<typeof addSourceSchema>) {
  return formAction(addSourceSchema, addSource)(input)
}

export async function changeSourceAction(input: z.input<typeof changeSourceSchema>) {
  return formAction(changeSourceSchema, changeSource)(input)
}

export async function removeSourceAction(input: z.input<typeof sourceIdSchema>) {
  return formAction(sourceIdSchema, removeSource)(input)
}

export async function restoreSourceAction(input: z.input<typeof sourceIdSchema>) {
  return formAction(sourceIdSchema, restoreSource)(input)
}

export async function changeArticleAction(input: z.input<typeof changeArticleSchema>) {
  return formAction(changeArticleSchema, changeArticle)(input)
}

export async function anchorClaimAction(input: z.input<typeof anchorClaimSchema>) {
  return formAction(anchorClaimSchema, anchorClaim)(input)
}

export async function settleAnchorAction(input: z.input<typeof settleAnchorSchema>) {
  return formAction(settleAnchorSchema, settleAnchor)(input)
}

export async function takeOverAction(input: z.input<typeof takeOverMeantSchema>) {
  return formAction(takeOverMeantSchema, forMeant(takeOver))(input)
}

export async function signOffAction(input: z.input<typeof signOffMeantSchema>) {
  return formAction(signOffMeantSchema, forMeant(signOffClaim))(input)
}

export async function withdrawSignOffAction(input: z.input<typeof signOffMeantSchema>) {
  return formAction(signOffMeantSchema, forMeant(withdrawSignOff))(input)
}

export async function passSentencesAction(input: z.input<typeof passSentencesSchema>) {
  return formAction(passSentencesSchema, passSentences, { may: mayPassSentences })(input)
}

export async function previewRevisionAction(input: z.input<typeof reviseSchema>) {
  return readAction(reviseSchema, previewRevision, { may: mayRevise })(input)
}

export async function reviseArticleAction(input: z.input<typeof reviseSchema>) {
  return formAction(reviseSchema, reviseArticle, { may: mayRevise })(input)
}

export async function readListFileAction(input: z.input<typeof listFileSchema>) {
  return readAction(listFileSchema, async (_actor, { bytes }) => readListFile(bytes), { may: mayMakeClaim })(
    input,
  )
}

export async function previewOverlayAction(input: z.input<typeof overlayPreviewSchema>) {
  return readAction(
    overlayPreviewSchema,
    async (actor, { articleId, list }) => previewOverlay(actor, articleId, await readListOf({ list })),
    { may: mayMakeClaim },
  )(input)
}

export async function layListAction(input: z.input<typeof layListSchema>) {
  return formAction(
    layListSchema,
    async (actor, { list, chosen, ...place }) =>
      layClaims(actor, { ...place, rows: chosenRows((await readListOf({ list })).rows, chosen) }),
    { may: mayMakeClaim },
  )(input)
}
