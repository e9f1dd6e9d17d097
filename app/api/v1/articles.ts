import { createArticle } from '@/domain/article/commands'
import { articleListParamsSchema } from '@/domain/article/list'
import { getArticleRecord, listArticles } from '@/domain/article/queries'
import { article, articlePage } from '@/domain/article/shape'
import { createdArticle, newArticle } from './article-shapes'
import { createdOf } from './created-article'
import { operation } from './operation'
import { newRouter } from './router'
import { idempotencyHeader, idOf, json, jsonBody, refusals, requestKey, WRITE_REFUSALS } from './shapes'

export const articles = newRouter()

const create = operation({
  operationId: 'createArticle',
  may: 'createArticle',
  method: 'post',
  path: '/articles',
  summary: 'Take an article in, with its claims: all of it or nothing',
  request: { headers: idempotencyHeader, ...jsonBody(newArticle) },
  responses: {
    201: json(createdArticle, 'The article with the places of its claims.'),
    ...refusals(...WRITE_REFUSALS),
  },
})

articles.openapi(create, async (c) => {
  const actor = c.var.actor
  const input = { ...c.req.valid('json'), requestKey: requestKey('article', c.req.valid('header')) }
  const id = await createArticle(actor, input)
  c.header('location', `/api/v1/articles/${id}`)
  return c.json(await createdOf(actor, id), 201)
})

const list = operation({
  operationId: 'listArticles',
  may: 'readArticles',
  method: 'get',
  path: '/articles',
  summary: 'The articles that the filters leave, newest activity first unless another order is asked for',
  request: { query: articleListParamsSchema },
  responses: { 200: json(articlePage, 'A page of articles.'), ...refusals(400, 401) },
})

articles.openapi(list, async (c) => {
  const { items, next } = await listArticles(c.var.actor, c.req.valid('query'))
  return c.json({ items, next }, 200)
})

const read = operation({
  operationId: 'getArticle',
  may: 'readArticles',
  method: 'get',
  path: '/articles/{id}',
  summary: 'One article with its text and the places of its claims',
  request: { params: idOf('article') },
  responses: { 200: json(article, 'The article.'), ...refusals(401, 404) },
})

articles.openapi(read, async (c) => c.json(await getArticleRecord(c.var.actor, c.req.valid('param').id), 200))
