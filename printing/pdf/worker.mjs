import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

// Plain JavaScript, because a separate process runs this file directly and no bundler touches it.
const require = createRequire(import.meta.url)
const { NodeCompiler } = require('@myriaddreamin/typst-ts-node-compiler')

const FACES = ['400Regular/Amiri_400Regular.ttf', '700Bold/Amiri_700Bold.ttf']
const workspace = fileURLToPath(new URL('.', import.meta.url))
const template = readFileSync(new URL('report.typ', import.meta.url), 'utf8')
const fontBlobs = FACES.map((face) => readFileSync(require.resolve(`@expo-google-fonts/amiri/${face}`)))
const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs }] })

/** Typst's message about a character that no font can draw and that the standard therefore forbids. */
const MISSING_LETTER = 'could not be displayed'

function complaint(diagnostics) {
  return compiler
    .fetchDiagnostics(diagnostics)
    .map(({ message }) => message)
    .join('; ')
}

/**
 * Writes PDF/UA-1 if the fonts have all letters. Otherwise the PDF is only tagged, with boxes for the missing letters.
 */
function written(document, creationTimestamp) {
  try {
    return compiler.pdf(document, { pdfStandard: 'ua-1', creationTimestamp })
  } catch (error) {
    if (!String(error.message).includes(MISSING_LETTER)) throw error
    return compiler.pdf(document, { creationTimestamp })
  }
}

/**
 * Sets a report by the template beside this file.
 * @param {{ data: string, created: number }} task the outline as JSON, and when the report was issued in Unix seconds
 * @returns {string} the PDF in base64, as channels between processes carry it
 */
export default function set({ data, created }) {
  const compiled = compiler.compile({ mainFileContent: template, inputs: { data } })
  try {
    const diagnostics = compiled.takeDiagnostics()
    if (diagnostics && diagnostics.compilationStatus !== 'ok') throw new Error(complaint(diagnostics))
    return written(compiled.result, created).toString('base64')
  } finally {
    compiler.evictCache(0)
  }
}
