import { describe, expect, it } from 'vitest'
import { claimsOf, markedMessages, messagesIn } from '@/bench/marked-messages'
import { PARTS } from '@/bench/marked-texts'
import { termsOf } from '@/text/likeness/terms'

const marked = markedMessages()
const FACTS = { kind: 'message', part: 'seen', language: 'en' } as const

describe.each(['en', 'ar'])('messages in %s', (language) => {
  const messages = marked.messages.filter((one) => one.language === language)
  const claims = claimsOf(language, marked)

  it.each(PARTS)('are enough in the part %s, of each kind, and a third has an opposite', (part) => {
    const own = messages.filter((one) => one.part === part)
    const ofKind = (kind: string) => own.filter((one) => one.kind === kind).length
    expect(ofKind('message')).toBeGreaterThanOrEqual(60)
    expect(ofKind('post')).toBeGreaterThanOrEqual(30)
    expect(ofKind('rumour')).toBeGreaterThanOrEqual(30)
    expect(ofKind('headline')).toBeGreaterThanOrEqual(12)
    expect(ofKind('sentence')).toBeGreaterThanOrEqual(12)
    expect(own.filter(({ opposite }) => opposite !== null).length).toBeGreaterThanOrEqual(own.length / 3)
  })

  it('each name a claim that exists, and one of its own', () => {
    expect(messages.filter(({ answer }) => !claims.includes(answer))).toEqual([])
    expect(new Set(messages.map(({ answer }) => answer)).size).toBe(messages.length)
  })

  it('have opposites in nearly the words of the answer', () => {
    for (const { answer, opposite } of messages) {
      if (opposite === null) continue
      const [words, others] = [termsOf(answer).words, new Set(termsOf(opposite).words)]
      expect(opposite).not.toBe(answer)
      expect(words.filter((word) => others.has(word)).length, opposite).toBeGreaterThanOrEqual(
        words.length / 2,
      )
    }
  })

  it('stand among many other claims', () => {
    expect(marked.others.filter((one) => one.language === language).length).toBeGreaterThanOrEqual(150)
    expect(claims.length).toBeGreaterThanOrEqual(1_000)
  })
})

it('no message and no claim is written twice, in one part or in both', () => {
  const all = [
    ...marked.messages.flatMap(({ text, answer, opposite }) => [text, answer, opposite ?? []].flat()),
    ...marked.others.map(({ text }) => text),
  ]
  expect(all.filter((one, at) => all.indexOf(one) !== at)).toEqual([])
})

it('a message may go on in the next line', () => {
  const { messages } = messagesIn('# Topic\n? One\n  two\n= Three\n! Four\n- Five\n', FACTS)
  expect(messages).toEqual([{ ...FACTS, text: 'One\ntwo', answer: 'Three', opposite: 'Four' }])
})

it.each([
  '= no message',
  '? one\n? unanswered',
  '? one\n= two\n= three',
  '? one\n= two\n! three\n! four',
  'one',
])('a file with “%s” is not read', (source) => {
  expect(() => messagesIn(source, FACTS)).toThrow('message.en, seen, line')
})
