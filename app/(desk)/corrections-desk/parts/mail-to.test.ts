import { describe, expect, it } from 'vitest'
import { mailTo } from './mail-to'

describe('a mail as an address', () => {
  it.each([
    ['reader@example.org', 'Subject', '', 'mailto:reader@example.org?subject=Subject'],
    [
      'a+b@example.org',
      'A & B?',
      'one\ntwo',
      'mailto:a%2Bb@example.org?subject=A%20%26%20B%3F&body=one%0D%0Atwo',
    ],
    [
      'a@example.org?bcc=all@example.org',
      'S',
      '',
      'mailto:a@example.org%3Fbcc%3Dall%40example.org?subject=S',
    ],
    ['a%40b@example.org', 'S', '', 'mailto:a%2540b@example.org?subject=S'],
    [
      'قارئ@example.org',
      'تصويب',
      'نعم.',
      `mailto:${encodeURIComponent('قارئ')}@example.org?subject=${encodeURIComponent('تصويب')}&body=${encodeURIComponent('نعم.')}`,
    ],
  ])('%s: carries each part whole and adds none', (to, subject, body, address) => {
    expect(mailTo({ to, subject, body })).toBe(address)
    const [, recipient = '', fields = ''] = /^mailto:([^?]*)\?(.*)$/u.exec(address) ?? []
    expect(decodeURIComponent(recipient)).toBe(to)
    expect(new URLSearchParams(fields).get('subject')).toBe(subject)
  })
})
