/** Formats a day (YYYY-MM-DD) as notes in a language write it, with the digits of the interface. */
export const todayIn = (language: string, day: string): string =>
  new Intl.DateTimeFormat(language, {
    dateStyle: 'long',
    timeZone: 'UTC',
    numberingSystem: 'latn',
    calendar: 'gregory',
  }).format(new Date(`${day}T00:00:00Z`))
