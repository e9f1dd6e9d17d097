'use server'

import { changeArticle } from '@/domain/article/commands'
import { changeArticleSchema } from '@/domain/article/schema'
import { attributeClaim } from '@/domain/claim-review/commands'
import { attributeClaimSchema } from '@/domain/claim-review/schema'
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
import { reviseSchema } from '@/domain/revision/schema'
import { passSentences } from '@/domain/sentence/commands'
import { passSentencesSchema } from '@/domain/sentence/schema'
import { signOffClaim, withdrawSignOff } from '@/domain/sign-off/commands'
import { signOffMeantSchema, takeBackMeantSchema } from '@/domain/sign-off/schema'
import { addSource, changeSource, removeSource, restoreSource } from '@/domain/source/commands'
import { addSourceSchema, changeSourceSchema, sourceIdSchema } from '@/domain/source/schema'
import { takeOver } from '@/domain/statement/commands'
import { takeOverMeantSchema } from '@/domain/statement/schema'
import { formAction, readAction } from '@/app/server/action'
import { readListFile } from '@/domain/overlay/reading'

export const makeClaimAction = formAction(makeClaimSchema, makeClaim)
export const changeClaimAction = formAction(changeMeantSchema, forMeant(changeClaim))
export const attributeClaimAction = formAction(attributeClaimSchema, attributeClaim)
export const withdrawClaimAction = formAction(withdrawClaimSchema, withdrawClaim)
export const restoreClaimAction = formAction(claimIdSchema, restoreClaim)
export const addSourceAction = formAction(addSourceSchema, addSource)
export const changeSourceAction = formAction(changeSourceSchema, changeSource)
export const removeSourceAction = formAction(sourceIdSchema, removeSource)
export const restoreSourceAction = formAction(sourceIdSchema, restoreSource)
export const changeArticleAction = formAction(changeArticleSchema, changeArticle)
export const anchorClaimAction = formAction(anchorClaimSchema, anchorClaim)
export const settleAnchorAction = formAction(settleAnchorSchema, settleAnchor)
export const takeOverAction = formAction(takeOverMeantSchema, forMeant(takeOver))
export const signOffAction = formAction(signOffMeantSchema, forMeant(signOffClaim))
export const withdrawSignOffAction = formAction(takeBackMeantSchema, forMeant(withdrawSignOff))
export const passSentencesAction = formAction(passSentencesSchema, passSentences, { may: 'passSentences' })
export const previewRevisionAction = readAction(reviseSchema, previewRevision, { may: 'reviseArticle' })
export const reviseArticleAction = formAction(reviseSchema, reviseArticle, { may: 'reviseArticle' })
export const readListFileAction = readAction(
  listFileSchema,
  async (_actor, { bytes }) => readListFile(bytes),
  { may: 'makeClaim' },
)

export const previewOverlayAction = readAction(
  overlayPreviewSchema,
  async (actor, { articleId, list }) => previewOverlay(actor, articleId, await readListOf({ list })),
  { may: 'makeClaim' },
)

export const layListAction = formAction(
  layListSchema,
  async (actor, { list, chosen, ...place }) =>
    layClaims(actor, { ...place, rows: chosenRows((await readListOf({ list })).rows, chosen) }),
  { may: 'makeClaim' },
)
