import { invalid } from '@/domain/errors'

/**
 * @param today YYYY-MM-DD, in the newsroom
 * @throws DomainError `invalid` at the first field whose day is later
 */
export function requirePast(days: Readonly<Record<string, string | null | undefined>>, today: string): void {
  for (const [path, day] of Object.entries(days))
    if (day != null && day > today) throw invalid([{ path, key: 'dayInFuture' }])
}
