import type { OpenAPIHono } from '@hono/zod-openapi'

/** The OpenAPI 3.1 description of the API, made of the schemas that its input is checked by. */
export function description(app: Pick<OpenAPIHono, 'openAPIRegistry' | 'getOpenAPI31Document'>): object {
  app.openAPIRegistry.registerComponent('securitySchemes', 'bearer', { type: 'http', scheme: 'bearer' })
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Factdesk',
      version: '1',
      description:
        'Articles, their claims, sources, history and reports, with the permissions of the token’s holder.',
    },
    servers: [{ url: '/' }],
    security: [{ bearer: [] }],
  })
}
