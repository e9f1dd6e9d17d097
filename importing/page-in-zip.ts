import { safeFileName } from '@/text/file-name'
import { openArchive } from './archive'
import { formatOf } from './format'
import { ImportProblem, type Notice } from './incoming'

type GivenFile = { name: string; type: string; bytes: Buffer }

const PAGE = /\.(?:html?|xhtml|md)$/i
/** Pictures are counted where the page shows them; its styles and the folders of a Mac hold no words. */
const SILENT = /\.(?:png|jpe?g|gif|webp|svg|bmp|css|js)$|(?:^|\/)(?:__MACOSX\/|\.DS_Store$)|\/$/i
const MOST_ENTRIES = 2000
const MOST_NAMES = 20
const LONGEST_NAME = 120

/**
 * The only page in a zip, as Google Docs and others export it together with its pictures, and a notice of the other
 * files in it; null for any other file.
 * @throws what `openArchive` throws
 */
export async function pageInZip(file: GivenFile): Promise<{ page: GivenFile; others: Notice } | null> {
  if (!isZipOfFiles(file)) return null
  const archive = await openArchive(file.bytes, { entries: MOST_ENTRIES })
  const names = archive.names.filter((name) => !SILENT.test(name))
  const [path, ...more] = names.filter((name) => PAGE.test(name))
  const bytes = path !== undefined && more.length === 0 ? await archive.read(path) : null
  if (!bytes || path === undefined) return null
  const others = names.filter((name) => name !== path)
  const shown = others.slice(0, MOST_NAMES).map((name) => safeFileName(name).slice(0, LONGEST_NAME))
  return {
    page: { name: path, type: '', bytes },
    others: { kind: 'attachments', as: 'left_out', count: others.length, names: shown },
  }
}

function isZipOfFiles(file: GivenFile): boolean {
  try {
    formatOf(file)
    return false
  } catch (error) {
    return error instanceof ImportProblem && error.code === 'unsupported' && error.params.format === 'zip'
  }
}
