import { getAddress, type GetOptions } from '@/services/outbound/get'
import { OutboundRefusal } from '@/services/outbound/refusal'
import { charsetOfType } from './charset'
import type { Fetched } from './fetched'
import { ImportProblem } from './incoming'

const TYPES = new Set(['text/html', 'application/xhtml+xml', 'text/plain'])

/** The page or plain text at a web address. @throws ImportProblem */
export async function fetchAddress(address: string, options: GetOptions): Promise<Fetched> {
  try {
    const { writtenType, ...got } = await getAddress(address, TYPES, options)
    return { ...got, charset: charsetOfType(writtenType) }
  } catch (error) {
    if (!(error instanceof OutboundRefusal)) throw error
    throw new ImportProblem(error.code === 'wrong_type' ? 'not_text' : error.code, error.params)
  }
}
