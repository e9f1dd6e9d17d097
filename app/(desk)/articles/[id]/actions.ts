'use server'

import { changeArticle } from '@/domain/article/commands'
import { changeArticleSchema } from '@/domain/article/schema'
import { attributeClaim } from '@/domain/attribution/commands'
import { attributeClaimSchema } from '@/domain/attribution/schema'
import { proposeWording } from '@/domain/proposal/commands'
import { proposeWordingSchema } from '@/domain/proposal/schema'
import { makeClaim, restoreClaim, withdrawClaim } from '@/domain/claim/commands'
import { changeClaim } from '@/domain/review/commands'
import { anchorClaim, settleAnchor } from '@/domain/anchor/commands'
import { anchorClaimSchema, settleAnchorSchema } from '@/domain/anchor/schema'
import { forMeant } from '@/domain/claim/meant'
import { getClaim } from '@/domain/claim/queries'
import { claimIdSchema, makeClaimSchema, withdrawClaimSchema } from '@/domain/claim/schema'
import { changeMeantSchema } from '@/domain/review/schema'
import { importClaims } from '@/domain/claim-import/commands'
import { previewClaimImport, readClaimImport } from '@/domain/claim-import/queries'
import { chosenRows } from '@/domain/claim-import/rules'
import {
  importClaimsSchema,
  claimImportFileSchema,
  claimImportPreviewSchema,
} from '@/domain/claim-import/schema'
import { reviseArticle } from '@/domain/revision/commands'
import { previewRevision } from '@/domain/revision/queries'
import { reviseSchema } from '@/domain/revision/schema'
import { passSentences } from '@/domain/sentence/commands'
import { passSentencesSchema } from '@/domain/sentence/schema'
import { sendBack, signOffClaim, withdrawSignOff } from '@/domain/sign-off/commands'
import { sendBackMeantSchema, signOffMeantSchema, takeBackMeantSchema } from '@/domain/sign-off/schema'
import { addSource, changeSource, removeSource, restoreSource } from '@/domain/source/commands'
import { readSourcePage } from '@/domain/source/page/queries'
import {
  addSourceSchema,
  changeSourceSchema,
  readSourcePageSchema,
  sourceIdSchema,
} from '@/domain/source/schema'
import { takeOver } from '@/domain/reuse/commands'
import { takeOverMeantSchema } from '@/domain/reuse/schema'
import { formAction, readAction } from '@/app/server/action'
import { readClaimImportFile } from '@/domain/claim-import/rows/queries'

export const makeClaimAction = formAction(makeClaimSchema, makeClaim)
export const changeClaimAction = formAction(changeMeantSchema, forMeant(changeClaim, getClaim))
export const attributeClaimAction = formAction(attributeClaimSchema, attributeClaim)
export const proposeWordingAction = formAction(proposeWordingSchema, proposeWording)
export const withdrawClaimAction = formAction(withdrawClaimSchema, withdrawClaim)
export const restoreClaimAction = formAction(claimIdSchema, restoreClaim)
export const addSourceAction = formAction(addSourceSchema, addSource)
export const readSourcePageAction = readAction(readSourcePageSchema, readSourcePage, { may: 'editSources' })
export const changeSourceAction = formAction(changeSourceSchema, changeSource)
export const removeSourceAction = formAction(sourceIdSchema, removeSource)
export const restoreSourceAction = formAction(sourceIdSchema, restoreSource)
export const changeArticleAction = formAction(changeArticleSchema, changeArticle)
export const anchorClaimAction = formAction(anchorClaimSchema, anchorClaim)
export const settleAnchorAction = formAction(settleAnchorSchema, settleAnchor)
export const takeOverAction = formAction(takeOverMeantSchema, forMeant(takeOver, getClaim))
export const signOffAction = formAction(signOffMeantSchema, forMeant(signOffClaim, getClaim))
export const withdrawSignOffAction = formAction(takeBackMeantSchema, forMeant(withdrawSignOff, getClaim))
export const sendBackAction = formAction(sendBackMeantSchema, forMeant(sendBack, getClaim))
export const passSentencesAction = formAction(passSentencesSchema, passSentences, { may: 'passSentences' })
export const previewRevisionAction = readAction(reviseSchema, previewRevision, { may: 'reviseArticle' })
export const reviseArticleAction = formAction(reviseSchema, reviseArticle, { may: 'reviseArticle' })
export const readClaimImportFileAction = readAction(
  claimImportFileSchema,
  async (_actor, { bytes }) => readClaimImportFile(bytes),
  { may: 'makeClaim' },
)

export const previewClaimImportAction = readAction(
  claimImportPreviewSchema,
  async (actor, { articleId, list }) => previewClaimImport(actor, articleId, await readClaimImport({ list })),
  { may: 'makeClaim' },
)

export const importClaimsAction = formAction(
  importClaimsSchema,
  async (actor, { list, chosen, ...target }) =>
    importClaims(actor, { ...target, rows: chosenRows((await readClaimImport({ list })).rows, chosen) }),
  { may: 'makeClaim' },
)
