import fs from 'node:fs'
import path from 'node:path'
import { api } from '@/app/api/v1/app'
import { routePatterns } from './route-pattern'

/** The patterns of all pages, as the build lists them; during development there is no such list. */
function pagePatterns(): string[] {
  try {
    const list = fs.readFileSync(path.join('.next', 'app-path-routes-manifest.json'), 'utf8')
    return Object.values(JSON.parse(list) as Record<string, string>)
  } catch {
    return []
  }
}

const apiPatterns = () => api.routes.map(({ path: pattern }) => pattern).filter((one) => !one.includes('*'))

let known: ((url: string) => string) | undefined

/** Names the pattern of any address of the desk. */
export const deskRoutes = () =>
  (known ??= routePatterns([...new Set([...pagePatterns(), ...apiPatterns(), '/metrics'])]))
