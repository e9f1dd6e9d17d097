import { createRoute, type RouteConfig } from '@hono/zod-openapi'
import { roleMay, type Permission } from '@/domain/permissions'
import type { Role } from '@/domain/user/policy'

/** Who may call an operation: people with the permission, or with one of several. `anybody` needs no token. */
export type Who = Permission | readonly Permission[] | 'anybody'

const declared = new Map<string, Who>()
/** The operations that the desk's own pages call, with the cookie of their session. */
const forPages = new Set<string>()

/**
 * Declares who may call an address that `operation` does not create. `path` is the path in the router, after the base.
 */
export const declare = (method: string, path: string, who: Who) =>
  void declared.set(`${method.toUpperCase()} ${path}`, who)

/** Who may call an address; undefined if nobody has declared it. */
export const whose = (method: string, path: string): Who | undefined => declared.get(`${method} ${path}`)

/** Whether the cookie of a session will do, for a request that the desk's own pages send. */
export const isForPages = (method: string, path: string): boolean => forPages.has(`${method} ${path}`)

/** Whether some operation at an address needs no token. */
export const isOpen = (path: string): boolean =>
  [...declared].some(([key, who]) => who === 'anybody' && key.endsWith(` ${path}`))

/** Whether a role may call an operation at all; the command or query also checks the record. */
export const mayAsk = (role: Role, who: Exclude<Who, 'anybody'>): boolean =>
  [who].flat().some((permission: Permission) => roleMay(role, permission))

/**
 * An operation with its description and its declared access. Without a declaration nobody is admitted. With `pages`,
 * a signed-in person's own pages may call it without a token.
 */
export function operation<
  P extends string,
  R extends Omit<RouteConfig, 'path' | 'security'> & { path: P; operationId: string },
>({ may, pages = false, ...given }: R & { may: Who; pages?: boolean }) {
  const config = { ...given, ...(may === 'anybody' && { security: [] }) } as unknown as R
  const route = createRoute<P, R>(config)
  declare(route.method, route.getRoutingPath(), may)
  if (pages) forPages.add(`${route.method.toUpperCase()} ${route.getRoutingPath()}`)
  return route
}
