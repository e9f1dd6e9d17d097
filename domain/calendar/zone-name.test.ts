import { expect, it } from 'vitest'
import { zoneName } from './zone-name'

it.each([
  ['Africa/Cairo', 'en', 'Egypt Time'],
  ['Africa/Cairo', 'ar-u-nu-latn', 'توقيت مصر'],
  ['Asia/Kolkata', 'en', 'India Time'],
  ['America/New_York', 'en', 'ET'],
  ['UTC', 'ar', 'UTC'],
])('%s is called so in %s', (zone, tag, name) => expect(zoneName(zone, tag)).toBe(name))

it('has a name for every zone that the platform knows', () => {
  for (const zone of Intl.supportedValuesOf('timeZone')) expect(zoneName(zone, 'ar')).not.toBe('')
})
