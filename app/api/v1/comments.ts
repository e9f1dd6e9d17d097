import { commentOnArticle, commentOnClaim, resolveThread } from '@/domain/comment/commands'
import { commentList } from '@/domain/comment/list'
import { articleComments, claimComments, getComment } from '@/domain/comment/queries'
import { newCommentSchema, resolveThreadSchema } from '@/domain/comment/schema'
import { comment, commentPage } from '@/domain/comment/shape'
import { operation } from './operation'
import { newRouter } from './router'
import {
  idempotencyHeader,
  idOf,
  json,
  jsonBody,
  pageQuery,
  refusals,
  requestKey,
  WRITE_REFUSALS,
} from './shapes'

export const comments = newRouter()

const listOfClaim = operation({
  operationId: 'listClaimComments',
  may: 'readClaims',
  method: 'get',
  path: '/claims/{id}/comments',
  summary: 'What was said about a claim, newest first',
  request: { params: idOf('claim'), query: pageQuery(commentList) },
  responses: { 200: json(commentPage, 'A page of comments.'), ...refusals(400, 401, 404) },
})

comments.openapi(listOfClaim, async (c) =>
  c.json(await claimComments(c.var.actor, c.req.valid('param').id, c.req.valid('query')), 200),
)

const sayOfClaim = operation({
  operationId: 'commentOnClaim',
  may: 'comment',
  method: 'post',
  path: '/claims/{id}/comments',
  summary: 'Say something about a claim, or answer a thread there',
  request: { params: idOf('claim'), headers: idempotencyHeader, ...jsonBody(newCommentSchema.strict()) },
  responses: { 201: json(comment, 'The comment.'), ...refusals(...WRITE_REFUSALS) },
})

comments.openapi(sayOfClaim, async (c) => {
  const claimId = c.req.valid('param').id
  const { id } = await commentOnClaim(c.var.actor, {
    ...c.req.valid('json'),
    claimId,
    requestKey: requestKey(`comment:${claimId}`, c.req.valid('header')),
  })
  return c.json(await getComment(c.var.actor, id), 201)
})

const listOfArticle = operation({
  operationId: 'listArticleComments',
  may: 'readClaims',
  method: 'get',
  path: '/articles/{id}/comments',
  summary: 'What was said about an article as a whole, newest first',
  request: { params: idOf('article'), query: pageQuery(commentList) },
  responses: { 200: json(commentPage, 'A page of comments.'), ...refusals(400, 401, 404) },
})

comments.openapi(listOfArticle, async (c) =>
  c.json(await articleComments(c.var.actor, c.req.valid('param').id, c.req.valid('query')), 200),
)

const sayOfArticle = operation({
  operationId: 'commentOnArticle',
  may: 'comment',
  method: 'post',
  path: '/articles/{id}/comments',
  summary: 'Say something about an article as a whole, or answer a thread there',
  request: { params: idOf('article'), headers: idempotencyHeader, ...jsonBody(newCommentSchema.strict()) },
  responses: { 201: json(comment, 'The comment.'), ...refusals(...WRITE_REFUSALS) },
})

comments.openapi(sayOfArticle, async (c) => {
  const articleId = c.req.valid('param').id
  const { id } = await commentOnArticle(c.var.actor, {
    ...c.req.valid('json'),
    articleId,
    requestKey: requestKey(`comment:${articleId}`, c.req.valid('header')),
  })
  return c.json(await getComment(c.var.actor, id), 201)
})

const resolve = operation({
  operationId: 'resolveThread',
  may: 'comment',
  method: 'patch',
  path: '/comments/{id}',
  summary: 'Resolve a thread, named by its first comment, or open it again',
  request: { params: idOf('comment'), ...jsonBody(resolveThreadSchema.omit({ id: true }).strict()) },
  responses: { 200: json(comment, 'The first comment of the thread.'), ...refusals(...WRITE_REFUSALS) },
})

comments.openapi(resolve, async (c) => {
  const { id } = await resolveThread(c.var.actor, { id: c.req.valid('param').id, ...c.req.valid('json') })
  return c.json(await getComment(c.var.actor, id), 200)
})
