import { decodeEntities } from './entities'

/** One line of a caption as it is shown, without marks. */
export type CueLine = { speaker: string; words: string; opens: boolean }

export type Cue = { start: number; end: number; lines: CueLine[] }

export type Cues = {
  cues: Cue[]
  /** Blocks that are shown to nobody: notes, styles, regions. */
  others: number
  /** What the file says about itself in its first block, by lower-case name. */
  head: Map<string, string>
  title: string
}

const TIME = String.raw`(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})`
const TIMING = new RegExp(String.raw`^\s*${TIME}\s*-->\s*${TIME}(?:\s|$)`)
const BESIDE = /^(?:NOTE|STYLE|REGION)(?:\s|$)/
const VOICE = /^<v(?:\.[^\s>]*)?[ \t]+([^>]*)>/i
/** A line that another speaker says: a dash or the broadcasters' double arrow before it. */
const OPENS = /^\s*(?:[-–—‐]\s?(?=\S)|>>+\s*)/

/** Reads SubRip and WebVTT, which differ only in their first block, their decimal sign and what may stand beside cues. */
export function cuesOf(text: string): Cues {
  const found: Cues = { cues: [], others: 0, head: new Map(), title: '' }
  const [first = '', ...rest] = text
    .replace(/\r\n?/g, '\n')
    .replace(/^\ufeff/, '')
    .split(/\n[ \t]*(?:\n[ \t]*)+/)
  const isVtt = first.startsWith('WEBVTT')
  if (isVtt) readHead(first, found)
  for (const block of isVtt ? rest : [first, ...rest]) readBlock(block, found)
  return found
}

function readHead(block: string, found: Cues): void {
  const [mark = '', ...lines] = block.split('\n')
  found.title = mark.slice('WEBVTT'.length).replace(/^[\s-]+/, '')
  for (const line of lines) {
    const [, name = '', value = ''] = /^([\w-]{1,40}):\s*(.*)$/.exec(line) ?? []
    if (name !== '') found.head.set(name.toLowerCase(), value)
  }
}

/** A block may hold several cues where a file lacks the blank lines between them. */
function readBlock(block: string, found: Cues): void {
  const lines = block.split('\n')
  let open: Cue | null = null
  let before: string[] = []
  const close = () => {
    if (open) open.lines = linesOf(before)
  }
  for (const line of lines) {
    const timing = TIMING.exec(line)
    if (!timing) {
      before.push(line)
      continue
    }
    // The line before a timing is the number or name of its cue.
    const named = before.at(-1)
    if (!open || /^\s*\d+\s*$/.test(named ?? '')) before.pop()
    if (open) close()
    else continueLast(found, before)
    before = []
    open = { start: secondsOf(timing.slice(1, 5)), end: secondsOf(timing.slice(5, 9)), lines: [] }
    found.cues.push(open)
  }
  if (open) close()
  else if (BESIDE.test(block)) found.others++
  else continueLast(found, lines)
}

/** Words after a blank line inside a cue belong to it. */
function continueLast(found: Cues, lines: string[]): void {
  const last = found.cues.at(-1)
  if (last) last.lines.push(...linesOf(lines))
  else if (lines.some((line) => line.trim() !== ''))
    found.cues.push({ start: 0, end: 0, lines: linesOf(lines) })
}

function linesOf(written: readonly string[]): CueLine[] {
  let speaker = ''
  return written.flatMap((line) => {
    const voice = VOICE.exec(line.trimStart())
    if (voice) speaker = decodeEntities(voice[1] ?? '').trim()
    const shown = plain(line)
    const words = shown.replace(OPENS, '').trim()
    return words === '' ? [] : [{ speaker, words, opens: OPENS.test(shown) }]
  })
}

/** The words of a line without styles, classes, times inside it and the pronunciations of ruby. */
function plain(line: string): string {
  const words = line
    .replace(/<rt\b[^<>]*>[^<]*(?:<\/rt>)?/gi, '')
    .replace(/<\/?(?:[a-z][^<>]*|\d[\d:.,]*)>/gi, '')
    .replace(/\{\\[^{}]*\}/g, '')
  return decodeEntities(words)
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
}

function secondsOf([hours = '0', minutes = '0', seconds = '0', thousandths = '0']: (
  string | undefined
)[]): number {
  const whole = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
  return whole + Number(thousandths.padEnd(3, '0')) / 1000
}
