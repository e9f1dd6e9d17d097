import { createRoute, type RouteConfig } from '@hono/zod-openapi'
import { roleMay, type Permission } from '@/domain/permissions'
import type { Role } from '@/domain/user/policy'

/** Whose an operation is: theirs who have the permission, or one of several. `anybody` needs no token. */
export type Who = Permission | readonly Permission[] | 'anybody'

const declared = new Map<string, Who>()

/** Says whose an address is that `operation` does not make; `path` as the router has it, after the base. */
export const declare = (method: string, path: string, who: Who) =>
  void declared.set(`${method.toUpperCase()} ${path}`, who)

/** Whose an address is; undefined where nobody said. */
export const whose = (method: string, path: string): Who | undefined => declared.get(`${method} ${path}`)

/** Whether anything at an address needs no token. */
export const isOpen = (path: string): boolean =>
  [...declared].some(([key, who]) => who === 'anybody' && key.endsWith(` ${path}`))

/** Whether somebody of this role may ask for it at all; its command or query looks at the record. */
export const mayAsk = (role: Role, who: Exclude<Who, 'anybody'>): boolean =>
  [who].flat().some((permission: Permission) => roleMay(role, permission))

/** An operation of the API as its description has it, and whose it is. Without that nobody is let in. */
export function operation<
  P extends string,
  R extends Omit<RouteConfig, 'path' | 'security'> & { path: P; operationId: string },
>({ may, ...given }: R & { may: Who }) {
  const config = { ...given, ...(may === 'anybody' && { security: [] }) } as unknown as R
  const route = createRoute<P, R>(config)
  declare(route.method, route.getRoutingPath(), may)
  return route
}
