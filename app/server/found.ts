import { notFound } from 'next/navigation'
import { DomainError } from '@/domain/errors'

/** What a query found, or the page that says there is nothing here: also for what is not this reader's to see. */
export async function found<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (error instanceof DomainError && error.code === 'not_found') notFound()
    throw error
  }
}
