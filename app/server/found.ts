import { notFound } from 'next/navigation'
import { DomainError } from '@/domain/errors'

/** The result of a query, or the not-found page: also if the reader may not see the record. */
export async function found<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (error instanceof DomainError && error.code === 'not_found') notFound()
    throw error
  }
}
