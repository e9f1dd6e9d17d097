/**
 * What people call the time of a zone, such as "Egypt Time", the same in summer and winter.
 * @param zone IANA name
 * @param tag BCP 47
 */
export function zoneName(zone: string, tag: string): string {
  if (zone === 'UTC') return zone
  const parts = new Intl.DateTimeFormat(tag, { timeZone: zone, timeZoneName: 'shortGeneric' }).formatToParts(
    0,
  )
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone
}
