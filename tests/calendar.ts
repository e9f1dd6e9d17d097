/** The value of each property of a component, as written, parameters left out; a repeated one keeps its last. */
export type Component = Record<string, string>

/** Lines as they were before they were folded (RFC 5545, 3.1). */
export const unfolded = (file: string): string[] => file.replaceAll(/\r\n[ \t]/g, '').split('\r\n')

/** The text of a value (RFC 5545, 3.3.11). */
export const textOf = (value: string): string =>
  value.replaceAll(/\\([\\;,nN])/g, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign))

/** The calendar's own properties, and its events. It throws when components are not nested as they should be. */
export function calendarOf(file: string): { calendar: Component; events: Component[] } {
  const calendar: Component = {}
  const events: Component[] = []
  const open: Component[] = []
  const ends: string[] = []
  for (const line of unfolded(file).slice(0, -1)) {
    const [, name = '', value = ''] = /^([A-Z-]+)(?:;[^:]*)?:(.*)$/su.exec(line) ?? []
    if (name === '') throw new Error(`Not a content line: ${JSON.stringify(line)}`)
    if (name === 'BEGIN') {
      ends.push(value)
      const made = value === 'VCALENDAR' ? calendar : {}
      if (value === 'VEVENT') events.push(made)
      open.push(made)
    } else if (name === 'END') {
      if (ends.pop() !== value) throw new Error(`${value} ends, but did not begin`)
      open.pop()
    } else {
      const [innermost] = open.slice(-1)
      if (!innermost) throw new Error(`${name} stands outside of everything`)
      innermost[name] = value
    }
  }
  if (ends.length > 0) throw new Error(`${ends.join()} does not end`)
  return { calendar, events }
}
