import type { Context } from 'hono'
import { verification } from '@/domain/report/shape'
import { verifyFile } from '@/domain/report/verification/queries'
import { BODIES } from '@/services/bodies/bounds'
import { partsOf } from '@/services/bodies/multipart'
import { MAX_FILE_BYTES } from '@/text/bounds'
import { bytesOf, throughGate } from './body'
import { limitSender } from './limit'
import { operation } from './operation'
import { RequestError } from './problem'
import { verifyForm } from './report-shapes'
import { newRouter } from './router'
import { json, refusals } from './shapes'

export const verify = newRouter()

export const VERIFY_PATH = '/verify'

const check = operation({
  operationId: 'verifyReport',
  may: 'anybody',
  method: 'post',
  path: VERIFY_PATH,
  summary: 'Whether a file is a report that this desk issued; open to all',
  request: { body: { required: true, content: { 'multipart/form-data': { schema: verifyForm } } } },
  responses: {
    200: json(verification, 'What the file is.'),
    ...refusals(400, 408, 413, 415, 422, 429, 503),
  },
})

verify.openAPIRegistry.registerPath(check)

const tooLarge = () => new RequestError(413, 'too_large', 'bodyTooLarge', { params: { max: MAX_FILE_BYTES } })

async function fileOf(c: Context, isOverdue?: () => boolean): Promise<Buffer> {
  const parts = await partsOf(
    await bytesOf(c, BODIES.file.bytes, isOverdue),
    c.req.header('content-type') ?? '',
  )
  if (!parts || parts.some(({ name, fileName }) => fileName && name !== 'file'))
    throw new RequestError(400, 'malformed', 'malformedForm')
  const files = parts.filter(({ fileName }) => fileName)
  const [file] = files
  if (!file || files.length > 1)
    throw new RequestError(422, 'invalid', 'invalid', {
      issues: [{ path: 'file', key: file ? 'importOneFile' : 'required' }],
    })
  if (file.bytes.byteLength > MAX_FILE_BYTES) throw tooLarge()
  return Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength)
}

verify.post(VERIFY_PATH, limitSender('verify'), async (c) => {
  if (!/^multipart\/form-data\s*;/i.test(c.req.header('content-type') ?? ''))
    throw new RequestError(415, 'unsupported_media_type', 'wrongVerifyType')
  if (Number(c.req.header('content-length') ?? 0) > BODIES.file.bytes) throw tooLarge()
  return throughGate(c, async (isOverdue) => c.json(await verifyFile(await fileOf(c, isOverdue)), 200))
})
