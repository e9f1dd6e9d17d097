import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

// Plain JavaScript, because a separate process runs this file directly and no bundler touches it.
const require = createRequire(import.meta.url)
const { NodeCompiler } = require('@myriaddreamin/typst-ts-node-compiler')

const AMIRI = ['400Regular/Amiri_400Regular.ttf', '700Bold/Amiri_700Bold.ttf']
/** Scripts that newsrooms quote: Chinese, Japanese, Korean, Thai, Hindi, and emoji. */
const QUOTED = [
  '@embedpdf/fonts-sc/fonts/NotoSansHans-Regular.otf',
  '@embedpdf/fonts-sc/fonts/NotoSansHans-Bold.otf',
  '@embedpdf/fonts-kr/fonts/NotoSansKR-Regular.otf',
  '@embedpdf/fonts-kr/fonts/NotoSansKR-Bold.otf',
  '@expo-google-fonts/noto-sans-thai/400Regular/NotoSansThai_400Regular.ttf',
  '@expo-google-fonts/noto-sans-thai/700Bold/NotoSansThai_700Bold.ttf',
  '@expo-google-fonts/noto-sans-devanagari/400Regular/NotoSansDevanagari_400Regular.ttf',
  '@expo-google-fonts/noto-sans-devanagari/700Bold/NotoSansDevanagari_700Bold.ttf',
  '@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf',
]
const workspace = fileURLToPath(new URL('.', import.meta.url))
const template = readFileSync(new URL('report.typ', import.meta.url), 'utf8')

const open = (faces) =>
  NodeCompiler.create({
    workspace,
    fontArgs: [{ fontBlobs: faces.map((face) => readFileSync(`node_modules/${face}`)) }],
  })

const FEW = AMIRI.map((face) => `@expo-google-fonts/amiri/${face}`)
const few = open(FEW)
let opened
/** The compiler with all fonts. It is opened for the first report that needs it, because the fonts take 30 MB. */
const all = () => (opened ??= open([...FEW, ...QUOTED]))

function compiled(compiler, mainFileContent, inputs, use) {
  const made = compiler.compile({ mainFileContent, inputs })
  try {
    const diagnostics = made.takeDiagnostics()
    if (diagnostics && diagnostics.compilationStatus !== 'ok')
      throw new Error(
        compiler
          .fetchDiagnostics(diagnostics)
          .map(({ message }) => message)
          .join('; '),
      )
    return use(made.result)
  } finally {
    compiler.evictCache(0)
  }
}

const LETTERS = `#set document(title: "letters")
#set text(font: ("Libertinus Serif", "Amiri", "DejaVu Sans Mono"))
#for one in json(bytes(sys.inputs.letters)) [#one #parbreak()]`
/** Typst's message about a letter that no font can draw, which PDF/UA forbids. It escapes the letter as Rust does. */
const MISSING = /the text `\\*"(.+?)\\*"` could not be displayed/g

const unescaped = (text) =>
  text.replace(/\\+u\{([0-9a-f]+)\}/g, (_, hex) => String.fromCodePoint(Number.parseInt(hex, 16)))

/** The letters that no font of this compiler can draw. */
function missing(compiler, letters) {
  if (letters.length === 0) return []
  return compiled(compiler, LETTERS, { letters: JSON.stringify(letters) }, (document) => {
    try {
      compiler.pdf(document, { pdfStandard: 'ua-1' })
      return []
    } catch (error) {
      const found = [...String(error.message).matchAll(MISSING)].map(([, text]) => unescaped(text))
      if (found.length === 0) throw error
      return [...new Set(found)]
    }
  })
}

/** The line by which a PDF claims PDF/UA-1, in its uncompressed metadata. */
const CLAIM = '<pdfuaid:part>1</pdfuaid:part>'

/**
 * Typst's rules for PDF/UA-1 give better links and tags, and refuse letters without a picture. But nobody has checked
 * the file, so it does not claim the standard: the claim is overwritten with blanks, which moves nothing.
 */
function written(compiler, document, creationTimestamp, complete) {
  if (!complete) return compiler.pdf(document, { creationTimestamp })
  const bytes = Buffer.from(compiler.pdf(document, { pdfStandard: 'ua-1', creationTimestamp }))
  const at = bytes.indexOf(CLAIM)
  if (at === -1) throw new Error('The metadata is not where it was')
  bytes.fill(' ', at, at + CLAIM.length)
  return bytes
}

/**
 * Sets a report by the template beside this file. Without `data` it only tells which letters would be boxes.
 * @param {{ letters: string[], data?: string, created?: number }} task the letters beyond ASCII, the outline as JSON,
 *   and when the report was issued in Unix seconds
 * @returns {string} the PDF, or a JSON list of letters, in base64, as channels between processes carry it
 */
export default function set({ letters = [], data, created }) {
  const unusual = missing(few, letters)
  const boxes = unusual.length > 0 ? missing(all(), unusual) : []
  if (data === undefined) return Buffer.from(JSON.stringify(boxes)).toString('base64')
  const compiler = unusual.length > 0 ? all() : few
  return compiled(compiler, template, { data }, (document) =>
    written(compiler, document, created, boxes.length === 0).toString('base64'),
  )
}
