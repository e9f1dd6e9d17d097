import { Buffer } from 'node:buffer'
import { crc32 } from 'node:zlib'
import yauzl from 'yauzl'
import { ImportProblem } from './incoming'

/** Largest size of a packed file, in bytes. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024
/** Largest size of all its files together when unpacked, in bytes. */
export const MAX_UNPACKED_BYTES = 100 * 1024 * 1024

const MAX_ENTRIES = 10_000
/** Word's own markup compresses to a fortieth. A large file that compresses more was made to expand. */
const MAX_RATIO = 250
const RATIO_COUNTS_FROM = 8 * 1024 * 1024

const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const PACKAGE_OF_ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le')
const ZIP_LOCAL = Buffer.from('PK\x03\x04', 'latin1')
const ZIP_EMPTY = Buffer.from('PK\x05\x06', 'latin1')

export type Archive = {
  /** Paths of the files in the archive, exactly as written there. */
  names: string[]
  /** The bytes of one file, or null when no file has this name; letter case does not count. */
  read(name: string): Promise<Buffer | null>
}

/**
 * Opens a zip without unpacking it; `read` unpacks one file. A declared size can refuse a zip but never admits one:
 * the reader counts the bytes as they come out.
 * @param limits the most files a zip may hold, and the most bytes that one file may unpack to
 *
 * @throws ImportProblem too_large, not_a_zip, unsupported (an older binary format), encrypted, unpacks_too_large,
 * bad_path, damaged
 */
export async function openArchive(
  file: Buffer,
  limits: { entries?: number; partBytes?: number } = {},
): Promise<Archive> {
  const { entries: most = MAX_ENTRIES, partBytes = MAX_UNPACKED_BYTES } = limits
  if (file.length > MAX_FILE_BYTES) throw new ImportProblem('too_large', { max: MAX_FILE_BYTES })
  refuseOtherFormats(file)
  const { zip, entries } = await directoryOf(file, most)
  const unpacked = { bytes: 0 }
  return {
    names: [...entries.values()].map(nameOf),
    async read(name) {
      const entry = entries.get(name.toLowerCase())
      return entry ? unpack(zip, entry, unpacked, partBytes) : null
    },
  }
}

function refuseOtherFormats(file: Buffer): void {
  const begins = (mark: Buffer) => file.subarray(0, mark.length).equals(mark)
  if (begins(OLE)) throw new ImportProblem(file.includes(PACKAGE_OF_ENCRYPTED) ? 'encrypted' : 'unsupported')
  if (file.subarray(0, 5).toString('latin1') === '{\\rtf') throw new ImportProblem('unsupported')
  if (!begins(ZIP_LOCAL) && !begins(ZIP_EMPTY)) throw new ImportProblem('not_a_zip')
}

async function directoryOf(file: Buffer, most: number) {
  const entries = new Map<string, yauzl.Entry>()
  let declared = 0
  try {
    const zip = await yauzl.fromBufferPromise(file, {
      lazyEntries: true,
      decodeStrings: false,
      validateEntrySizes: false,
    })
    if (zip.entryCount > most) throw new ImportProblem('unpacks_too_large')
    for await (const entry of zip.eachEntry()) {
      const name = nameOf(entry)
      if (entry.isEncrypted()) throw new ImportProblem('encrypted')
      if (isTrick(name) || entries.has(name.toLowerCase())) throw new ImportProblem('bad_path', { name })
      declared += entry.uncompressedSize
      if (declared > MAX_UNPACKED_BYTES) throw new ImportProblem('unpacks_too_large')
      entries.set(name.toLowerCase(), entry)
    }
    return { zip, entries }
  } catch (error) {
    throw asProblem(error)
  }
}

/** Reads names as bytes, because yauzl would repair names that must be refused. */
function nameOf(entry: yauzl.Entry): string {
  return entry.fileNameRaw.toString('utf8')
}

function isTrick(name: string): boolean {
  return (
    name === '' ||
    name.startsWith('/') ||
    /^[a-z]:/i.test(name) ||
    /[\\\0]/.test(name) ||
    name.split('/').includes('..')
  )
}

async function unpack(
  zip: yauzl.ZipFile,
  entry: yauzl.Entry,
  unpacked: { bytes: number },
  most: number,
): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      const bytes = Buffer.from(chunk as Uint8Array)
      size += bytes.length
      unpacked.bytes += bytes.length
      if (size > most || unpacked.bytes > MAX_UNPACKED_BYTES || swells(size, entry.compressedSize))
        throw new ImportProblem('unpacks_too_large')
      chunks.push(bytes)
    }
  } catch (error) {
    throw asProblem(error)
  }
  const whole = Buffer.concat(chunks)
  if (size !== entry.uncompressedSize || crc32(whole) !== entry.crc32) throw new ImportProblem('damaged')
  return whole
}

function swells(size: number, packed: number): boolean {
  return size > RATIO_COUNTS_FROM && size > packed * MAX_RATIO
}

function asProblem(error: unknown): ImportProblem {
  if (error instanceof ImportProblem) return error
  const said = error instanceof Error ? error.message : ''
  return new ImportProblem(said.includes('encryption') ? 'encrypted' : 'damaged', { said })
}
