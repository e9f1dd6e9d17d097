import { readFileSync, readdirSync } from 'node:fs'
import { PARTS, demoArticles, firstArticles, handMarked, type Part } from './marked-texts'

type Facts = { kind: string; part: Part; language: string }

/** A message that somebody asks about, with the checked claim that answers it. */
export type MarkedMessage = Facts & {
  text: string
  answer: string
  /**
   * The answer with another figure, sign, name order or date, so that it contradicts the message. It must rank below
   * the answer, whichever of them is true.
   */
  opposite: string | null
}

/** The messages, and claims on the same topics that answer none of them. */
export type MarkedMessages = { messages: MarkedMessage[]; others: (Facts & { text: string })[] }

/**
 * Reads one file. `#` begins a topic. `?` begins a message, which continues on lines that begin with two spaces. `=` is
 * the claim that answers it, `!` the opposite of that claim, and `-` another claim on the topic.
 */
export function messagesIn(source: string, facts: Facts): MarkedMessages {
  const messages: MarkedMessage[] = []
  const others: MarkedMessages['others'] = []
  source.split('\n').forEach((line, at) => {
    if (line === '' || line.startsWith('# ')) return
    const said = line.slice(2).trim()
    const last = messages.at(-1)
    const unanswered = last?.answer === ''
    if (line.startsWith('? ') && !unanswered)
      messages.push({ ...facts, text: said, answer: '', opposite: null })
    else if (line.startsWith('- ') && !unanswered) others.push({ ...facts, text: said })
    else if (last && line.startsWith('  ') && unanswered) last.text += `\n${said}`
    else if (last && line.startsWith('= ') && unanswered) last.answer = said
    else if (last?.opposite === null && line.startsWith('! ') && !unanswered) last.opposite = said
    else throw new Error(`${facts.kind}.${facts.language}, ${facts.part}, line ${at + 1}: ${line}`)
  })
  return { messages, others }
}

const FOLDER = 'bench/marked/elsewhere'

/** The messages of `bench/marked/elsewhere`. A file is named `kind.language.txt`. */
export function markedMessages(): MarkedMessages {
  const files = PARTS.flatMap((part) =>
    readdirSync(`${FOLDER}/${part}`)
      .sort()
      .map((file) => {
        const [kind = '', language = ''] = file.split('.')
        return messagesIn(readFileSync(`${FOLDER}/${part}/${file}`, 'utf8'), { kind, part, language })
      }),
  )
  return {
    messages: files.flatMap(({ messages }) => messages),
    others: files.flatMap(({ others }) => others),
  }
}

/**
 * All claims of a language that a message is compared with: answers, opposites, the other claims of the topics, and
 * each sentence of the other marked texts. They are sorted alphabetically, so that a tie favours none.
 */
export function claimsOf(language: string, { messages, others }: MarkedMessages): string[] {
  const own = (one: { language: string }) => one.language === language
  const marked = [
    ...messages
      .filter(own)
      .flatMap(({ answer, opposite }) => (opposite === null ? [answer] : [answer, opposite])),
    ...others.filter(own).map(({ text }) => text),
  ]
  const elsewhere = [...handMarked(), ...firstArticles(), ...demoArticles()]
    .filter(own)
    .flatMap(({ text, sentences }) => sentences.map(({ start, end }) => text.slice(start, end)))
  return [...new Set([...marked, ...elsewhere])].sort()
}
