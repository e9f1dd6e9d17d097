import { proposeWordingSchema } from '@/domain/proposal/schema'
import { changeClaimSchema } from '@/domain/review/schema'
import { sendBackSchema, signOffSchema, takeBackSignOffSchema } from '@/domain/sign-off/schema'

export const signedOff = signOffSchema.omit({ id: true }).extend({
  digest: signOffSchema.shape.digest.meta({
    description:
      'The claim’s digest as it was read: then nothing is signed off that was not seen. Without it only the version is compared, which a change of a source does not raise.',
  }),
})
export const sentBack = sendBackSchema.omit({ id: true })
export const takenBack = takeBackSignOffSchema.omit({ id: true })

export const claimChange = changeClaimSchema.omit({ id: true }).strict()

export const proposedWording = proposeWordingSchema.omit({ id: true }).strict().meta({
  description: 'The whole proposal; a replacement of null takes it back.',
})
