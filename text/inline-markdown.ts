const MAX_DESTINATION = 2048
const ESCAPABLE = /^[!-/:-@[-`{-~]$/
const AUTOLINK = /<((?:https?:\/\/|mailto:)[^\s<>]{1,2000})>/y

type Piece = { text: string; delimiter?: { letter: string; count: number; run: number } }

/**
 * The words of one Markdown block without its marks: emphasis, links, images (their description), code spans,
 * autolinks and backslash escapes. Marks that pair with nothing stay as they are, and so does HTML. Linear time.
 */
export function plainInline(source: string): string {
  const pieces: Piece[] = []
  const openers = new Map<string, number[]>()
  const brackets: number[] = []
  const ticks = tickRuns(source)
  let at = 0
  while (at < source.length) {
    const letter = source.charAt(at)
    if (letter === '\\' && ESCAPABLE.test(source.charAt(at + 1))) {
      pieces.push({ text: source.charAt(at + 1) })
      at += 2
    } else if (letter === '`') {
      const end = runEnd(source, at)
      const close = ticks.closing(at, end - at)
      pieces.push({ text: close < 0 ? source.slice(at, end) : codeText(source.slice(end, close)) })
      at = close < 0 ? end : close + (end - at)
    } else if (letter === '*' || letter === '_') {
      const end = runEnd(source, at)
      delimiterRun(source, at, end, pieces, openers)
      at = end
    } else if (letter === '[' || (letter === '!' && source.charAt(at + 1) === '[')) {
      const mark = letter === '!' ? '![' : '['
      brackets.push(pieces.length)
      pieces.push({ text: mark })
      at += mark.length
    } else if (letter === ']') {
      const opener = brackets.pop()
      const end = opener === undefined ? -1 : destinationEnd(source, at + 1)
      if (opener !== undefined && end > 0) pieces[opener] = { text: '' }
      else pieces.push({ text: ']' })
      at = end > 0 ? end : at + 1
    } else if (letter === '<') {
      AUTOLINK.lastIndex = at
      const link = AUTOLINK.exec(source)
      pieces.push({ text: link?.[1] ?? '<' })
      at += link ? link[0].length : 1
    } else {
      const end = plainEnd(source, at + 1)
      pieces.push({ text: source.slice(at, end) })
      at = end
    }
  }
  return pieces.map((piece) => piece.delimiter?.letter.repeat(piece.delimiter.count) ?? piece.text).join('')
}

function plainEnd(source: string, from: number): number {
  let at = from
  while (at < source.length && !'\\`*_[]!<'.includes(source.charAt(at))) at++
  return at
}

function runEnd(source: string, from: number): number {
  let at = from
  while (source.charAt(at) === source.charAt(from)) at++
  return at
}

function codeText(code: string): string {
  return code.startsWith(' ') && code.endsWith(' ') && code.trim() !== '' ? code.slice(1, -1) : code
}

/** Runs of backticks by length; looked up in rising order, each list is walked once. */
function tickRuns(source: string): { closing: (at: number, count: number) => number } {
  const starts = new Map<number, number[]>()
  for (let at = source.indexOf('`'); at >= 0; at = source.indexOf('`', at)) {
    const end = runEnd(source, at)
    const list = starts.get(end - at) ?? []
    list.push(at)
    starts.set(end - at, list)
    at = end
  }
  const walked = new Map<number, number>()
  return {
    closing(at, count) {
      const list = starts.get(count) ?? []
      let index = walked.get(count) ?? 0
      while ((list[index] ?? Infinity) <= at) index++
      walked.set(count, index)
      return list[index] ?? -1
    },
  }
}

function delimiterRun(
  source: string,
  start: number,
  end: number,
  pieces: Piece[],
  openers: Map<string, number[]>,
): void {
  const letter = source.charAt(start)
  const before = source.charAt(start - 1)
  const after = source.charAt(end)
  const inWord = letter === '_' && /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after)
  const stack = openers.get(letter) ?? []
  openers.set(letter, stack)
  const mayOpen = !inWord && after !== '' && !/\s/.test(after)
  let count = end - start
  if (!inWord && before !== '' && !/\s/.test(before)) {
    for (let top = stack.at(-1); count > 0 && top !== undefined; top = stack.at(-1)) {
      const opener = pieces[top]?.delimiter
      // CommonMark's rule of three, which keeps "**a*b" as it is.
      if (mayOpen && opener && (opener.run + end - start) % 3 === 0) break
      const paired = Math.min(count, opener?.count ?? 0)
      count -= paired
      if (opener) opener.count -= paired
      if (!opener || opener.count === 0) stack.pop()
    }
  }
  if (count === 0) return
  if (mayOpen) stack.push(pieces.length)
  pieces.push({ text: '', delimiter: { letter, count, run: end - start } })
}

/** Offset after the closing parenthesis of a link's `(address "title")` that starts at `from`, or -1. */
function destinationEnd(source: string, from: number): number {
  if (source.charAt(from) !== '(') return -1
  const limit = Math.min(source.length, from + MAX_DESTINATION)
  let depth = 0
  for (let at = from; at < limit; at++) {
    const letter = source.charAt(at)
    if (letter === '\\') at++
    else if (letter === '(') depth++
    else if (letter === ')' && --depth === 0) return at + 1
  }
  return -1
}
