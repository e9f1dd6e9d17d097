import { spawnSync } from 'node:child_process'
import { installFromDebian } from './debian.mjs'
import { Stop } from './say.mjs'

const isThere = () => spawnSync('pdftotext', ['-v']).error === undefined

/** Installs Poppler's `pdftotext`, with which tests read the text copied from a PDF. */
export async function bringPdfTools() {
  if (isThere()) return
  await installFromDebian('poppler-utils', 'a reader of PDF').catch(() => false)
  if (!isThere()) throw new Stop('No pdftotext for the tests could be found or installed: install Poppler.')
}
