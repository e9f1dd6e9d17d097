import { beforeAll, describe, expect, it } from 'vitest'
import { ROLES, type Role } from '@/domain/user/policy'
import { db } from '@/prisma/client'
import { call } from '@/tests/api'
import { operations } from '@/tests/description'
import { makeUser } from '@/tests/factories'
import { admit, BASE } from './admission'
import { answerProblem } from './problem'
import { newRouter } from './router'

const inFormats = (verb: string, formats: string[]) => formats.map((format) => `${verb}${format}`)

/** The lowest role that may call each operation. */
const LEAST: Record<'anybody' | Role, string[]> = {
  anybody: ['getLiveness', 'getReadiness', 'verifyReport'],
  viewer: [
    ...['listArticles', 'getArticle', 'getCoverage', 'getClaimReviews', 'validateClaimReview'],
    ...['listClaims', 'countClaims', 'getClaim', 'listClaimHistory', 'getSource'],
    ...['findSimilarPassages', 'findSimilarToText', 'getMyWork', 'listClaimComments', 'listArticleComments'],
    ...['listViews', 'saveView', 'changeView', 'removeView', 'listQuestions'],
    ...['listNotices', 'readNotice', 'readNotices'],
    ...['listCorrections', 'getCorrection', 'listRipples', 'getStatistics', 'downloadStatistics'],
    ...['listReports', 'getReport', 'lettersWithoutFont', 'followChanges', 'sayPresence'],
    ...inFormats('exportClaims', ['Csv', 'Jsonl', 'Xlsx']),
    ...inFormats('getMarkedCopy', ['Docx']),
    ...inFormats('previewReport', ['Csv', 'Html', 'Json']),
    ...inFormats('downloadReport', ['Pdf', 'Docx', 'Html', 'Xlsx', 'Csv', 'Json', 'Jsonld']),
  ],
  checker: [
    ...[
      'changeClaim',
      'changeClaimsTogether',
      'undoClaimsTogether',
      'takeOverVerdict',
      'attributeClaim',
      'proposeWording',
      'importClaims',
      'passSentences',
    ],
    ...['addSource', 'changeSource', 'removeSource', 'startCorrection', 'updateCorrection'],
    ...['commentOnClaim', 'commentOnArticle', 'resolveThread'],
    ...['ask', 'revokeQuestion', 'takeAnswer'],
  ],
  editor: [
    ...['createArticle', 'importArticle', 'reviseArticle', 'issueReport', 'signOffClaim', 'withdrawSignOff'],
    ...['publishCorrection', 'secondCorrection', 'amendCorrection', 'decideRipple', 'listCheckerFigures'],
    ...['approveAmendment', 'refuseAmendment', 'withdrawAmendment', 'sendBackClaim'],
    ...['listSignOffs', 'recordOpenedClaim', 'signOffTogether', 'withdrawTogether'],
  ],
  admin: ['listWebhooks', 'addWebhook', 'changeWebhook', 'listDeliveries', 'resendDelivery'],
}

const NOBODY = '01a20000-0000-7000-8000-000000000000'
const all = await operations()
const leastOf = (id = '') => Object.entries(LEAST).find(([, ids]) => ids.includes(id))?.[0]

const tokens = new Map<string, string | null>([['anybody', null]])
beforeAll(async () => {
  for (const role of ROLES) tokens.set(role, (await makeUser({ role })).token)
  const gone = await makeUser({ role: 'admin' })
  await db().user.update({ where: { id: gone.actor.id }, data: { deactivatedAt: new Date() } })
  tokens.set('gone', gone.token)
})

/** Calls an operation and returns true if it gets as far as checking the input, else the refusing status. */
async function lets(who: string, method: string, path: string): Promise<true | number> {
  const body = method === 'GET' ? undefined : {}
  const address = path.replace('{id}', NOBODY) + (path.includes('/export.') ? `?article=${NOBODY}` : '')
  const { status } = await call(tokens.get(who) ?? null, method, address, { body })
  return [401, 403].includes(status) ? status : true
}

describe('every operation of the API', () => {
  it('has a lowest role that may call it', () => {
    expect(Object.values(LEAST).flat().sort()).toEqual(all.map(({ operationId }) => operationId).sort())
  })

  it.each(all)('$method $path admits the allowed roles only', async ({ method, path, operationId }) => {
    const least = leastOf(operationId)
    const isOpen = least === 'anybody'
    for (const who of ['anybody', 'gone'])
      expect([who, await lets(who, method, path)]).toEqual([who, isOpen ? true : 401])
    for (const role of ROLES) {
      const allowed = isOpen || ROLES.indexOf(role) >= ROLES.indexOf(least as Role)
      expect([role, await lets(role, method, path)]).toEqual([role, allowed ? true : 403])
    }
  })
})

it('an address without declared access refuses everybody', async () => {
  const app = newRouter().basePath(BASE)
  app.onError(answerProblem)
  app.use('*', admit)
  app.get('/forgotten', (c) => c.text('what nobody guards'))
  const ask = async (who: string) => {
    const headers = { authorization: `Bearer ${tokens.get(who) ?? ''}` }
    return (await app.request(`${BASE}/forgotten`, { headers })).status
  }
  expect([await ask('anybody'), await ask('viewer'), await ask('admin')]).toEqual([401, 403, 403])
})
