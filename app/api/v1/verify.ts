import { createRoute } from '@hono/zod-openapi'
import { verifyFile } from '@/domain/report/verify'
import { MAX_FILE_BYTES } from '@/services/importing/archive'
import { readForm } from '@/services/multipart'
import { readLimited } from '@/services/read-limited'
import { limitSender } from './limit'
import { RequestError } from './problem'
import { verification, verifyForm } from './report-shapes'
import { newRouter } from './router'
import { json, refusals } from './shapes'

export const verify = newRouter()

/** In bytes, for what stands around the file. */
const FORM_AROUND = 16 * 1024

const check = createRoute({
  method: 'post',
  path: '/verify',
  summary: 'Whether a file is a report that this desk issued; open to all',
  security: [],
  request: { body: { required: true, content: { 'multipart/form-data': { schema: verifyForm } } } },
  responses: { 200: json(verification, 'What the file is.'), ...refusals(400, 413, 415, 422, 429) },
})

verify.openAPIRegistry.registerPath(check)

verify.post('/verify', limitSender('verify'), async (c) => {
  const contentType = c.req.header('content-type') ?? ''
  if (!/^multipart\/form-data\s*;/i.test(contentType))
    throw new RequestError(415, 'unsupported_media_type', 'wrongVerifyType')
  const bytes = await readLimited(c.req.raw.body, MAX_FILE_BYTES + FORM_AROUND)
  const tooLarge = () =>
    new RequestError(413, 'too_large', 'bodyTooLarge', { params: { max: MAX_FILE_BYTES } })
  if (!bytes) throw tooLarge()
  const form = await readForm(bytes, contentType, 'file')
  if (!form) throw new RequestError(400, 'malformed', 'malformedForm')
  if (!form.file || form.files !== 1)
    throw new RequestError(422, 'invalid', 'invalid', {
      issues: [{ path: 'file', key: form.files === 0 ? 'required' : 'importOneFile' }],
    })
  if (form.file.size > MAX_FILE_BYTES) throw tooLarge()
  return c.json(await verifyFile(Buffer.from(await form.file.arrayBuffer())), 200)
})
