import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isByline } from './byline'

describe('a byline', () => {
  it.each([
    'By Rana Haddad',
    'BY RANA HADDAD',
    'By Rana Haddad and Omar al-Sayed',
    'By Jean-Luc de la Tour, Paris',
    'By: World Desk',
    'Reporting by: Rana Haddad',
    'Par Jeanne Petit',
    'بقلم: رنا حداد',
    'بقلم رنا حداد',
    'كتبت: رنا حداد، عمّان',
    'إعداد: قسم الاقتصاد',
    'نویسنده: مریم کریمی',
    'به قلم مریم کریمی',
  ])('is no sentence: %s', (written) => {
    expect(isByline(written)).toBe(true)
  })

  it.each([
    'By 2030 the plant will close',
    'By Monday the river had risen',
    'By then, nobody was left.',
    'By Rana Haddad.',
    'By all accounts it was late',
    'By',
    'Rana Haddad',
    'Par exemple, rien',
    'كتب أحمد رسالة إلى الوزير',
    'بقلمه كتب الوزير رسالة.',
    'كتب: سقط الجسر عام 1931',
    'بقلم: ' + 'كلمة '.repeat(12),
    'إعداد الموازنة يستغرق شهرًا',
  ])('is not: %s', (written) => {
    expect(isByline(written)).toBe(false)
  })

  it('never has a figure or the end of a sentence', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('.', '!', '?', '؟', '7', '٣'), (written, mark) => {
        expect(isByline(`By ${written}${mark}`)).toBe(false)
      }),
    )
  })
})
