import { foldSearch } from '@/text/fold'
import { CALENDARS, monthsOf, type Calendar } from './calendars'

export type Month = { calendar: Calendar; month: number }

/** The languages whose names of months and weekdays are known. Arabic has several sets, by country. */
const LANGUAGES = [
  ...['en', 'fr', 'de', 'es', 'it', 'pt', 'tr', 'ru', 'fa', 'ur', 'ku'],
  ...['ar', 'ar-EG', 'ar-SY', 'ar-IQ', 'ar-DZ', 'ar-MA', 'ar-TN', 'ar-SA'],
]

/** Apostrophes, and the letters that stand for hamza and ayn in Latin script. */
export const withoutApostrophes = (text: string): string => text.replace(/['’‘ʻʼʿʾ`´]/g, '')

/**
 * A name without everything that its spellings differ in: case, accents, hamza, points and apostrophes, and in Arabic
 * letters also blanks.
 */
export function nameKey(name: string): string {
  const words = foldSearch(withoutApostrophes(name))
    .folded.replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return /\p{Script=Arabic}/u.test(words) ? words.replaceAll(' ', '') : words
}

/** Names of months that are written, but not by the standard tables: other spellings, transliterations, short forms. */
const WRITTEN: Record<Calendar, readonly string[]> = {
  gregory: [
    'كانون ثاني|كانون ثان|جانفييه|ینایر',
    'فيفري|فبرایر',
    'mrz',
    'إبريل|افريل|ابريل',
    'ايار|می',
    'يونية|يونيه|جوان|حزيران',
    'يولية|يوليه|جويلية|جوييه|جولای|جولاي',
    'اغسطس|اوت|آگوست|اگوست|اب',
    'sept|ايلول',
    'تشرين اول|اكتوبر',
    'تشرين ثاني|تشرين ثان|نوفمبر',
    'كانون اول|ديسمبر',
  ],
  'islamic-umalqura': [
    'محرم الحرام|muharrem|moharram|mouharram',
    'صفر الخير|صفر المظفر|safer',
    'ربيع اول|rabi al-awwal|rabi i|rabi al awal|rabia al awwal',
    'ربيع الثاني|ربيع الاخر|ربيع ثاني|ربيع ثان|rabi al-thani|rabi al-akhir|rabi ath-thani|rabi ii',
    'جمادى الاولى|جمادى الاول|جمادى اولى|jumada al-ula|jumada al-awwal|jumada i',
    'جمادى الاخرة|جمادى الثانية|جمادى الاخر|جمادى الثاني|jumada al-akhira|jumada al-thani|jumada al-thaniya|jumada ii',
    'رجب الفرد|rajab|rajab al-murajjab',
    'شعبان المعظم|shaban|chaabane',
    'رمضان المبارك|رمضان المعظم|ramadhan|ramazan',
    'شوال المكرم|shawwal|chawwal',
    'ذو القعدة|ذي القعدة|ذا القعدة|ذيقعده|ذی القعده|dhu al-qadah|dhul qadah|dhu al-qidah|dhul qidah|dhul qada',
    'ذو الحجة|ذي الحجة|ذا الحجة|ذیحجه|ذی الحجه|dhu al-hijjah|dhul hijjah|dhul hijja|dhu al-hijja',
  ],
  persian: ['', '', '', '', 'امرداد', '', '', '', '', 'دي', '', 'اسفندماه'],
}

const WEEKDAYS_FROM = 1

/** The names of months of all calendars by their keys. A name that means two months means none. */
function monthNames(): ReadonlyMap<string, Month> {
  const names = new Map<string, Month | null>()
  const add = (name: string, month: Month) => {
    const key = nameKey(name)
    const known = names.get(key)
    const differs = known && (known.calendar !== month.calendar || known.month !== month.month)
    if (/\p{L}{2}/u.test(key)) names.set(key, differs || known === null ? null : month)
  }
  for (const calendar of CALENDARS)
    monthsOf(calendar).forEach((day, index) => {
      const month = { calendar, month: index + 1 }
      for (const name of (WRITTEN[calendar][index] ?? '').split('|')) add(name, month)
      for (const language of LANGUAGES)
        for (const style of ['long', 'short'] as const)
          add(partOf(day, language, { month: style, calendar }), month)
    })
  return new Map([...names].filter((entry): entry is [string, Month] => entry[1] !== null))
}

type Style = Pick<Intl.DateTimeFormatOptions, 'month' | 'weekday' | 'era' | 'calendar'>

/** The name as it stands in a whole date, where some languages inflect it. */
function partOf(day: string, language: string, style: Style): string {
  const wanted = style.era ? 'era' : style.weekday ? 'weekday' : 'month'
  return new Intl.DateTimeFormat(language, { day: 'numeric', year: 'numeric', timeZone: 'UTC', ...style })
    .formatToParts(new Date(`${day}T00:00:00Z`))
    .filter(({ type }) => type === wanted)
    .map(({ value }) => value)
    .join('')
}

function weekdayNames(): ReadonlySet<string> {
  const days = Array.from({ length: 7 }, (_, index) => `2024-01-0${WEEKDAYS_FROM + index}`)
  const names = days.flatMap((day) =>
    LANGUAGES.flatMap((language) =>
      (['long', 'short'] as const).map((weekday) => nameKey(partOf(day, language, { weekday }))),
    ),
  )
  return new Set(
    [...names, ...['يوم', 'الاثنين', 'الاحد', 'اليوم'].map(nameKey)].filter((name) => name !== ''),
  )
}

/** Words that name the calendar of a year. */
const ERA_WORDS: Record<Calendar, string> = {
  gregory:
    'م|ميلادي|ميلادية|للميلاد|میلادی|بعد الميلاد|AD|CE|n. Chr.|nach Christus|u. Z.|ap. J.-C.|apr. J.-C.|après J.-C.|de notre ère|d. C.',
  'islamic-umalqura':
    'هـ|ه|هجري|هجرية|للهجرة|هجري قمري|هجرية قمرية|قمري|ه ق|ق|قمری|هجری قمری|AH|A. H.|H|hijri|hijrah|lunar hijri|hégire|de l’hégire|ap. H.|d. H.|der Hidschra|nach der Hidschra',
  persian:
    'ه ش|ش|هـ ش|شمسي|شمسی|خورشیدی|هجري شمسي|هجري شمسية|هجرية شمسية|هجری شمسی|هجری خورشیدی|SH|A. S. H.|AP|solar hijri|solar|shamsi|jalali|persian|solaire|hégire solaire',
}

function eraNames(): ReadonlyMap<string, Calendar> {
  const styles = ['long', 'short', 'narrow'] as const
  const own = (calendar: Calendar) =>
    LANGUAGES.flatMap((language) =>
      styles.map((era) => partOf('2024-01-01', language, { era, month: 'long', calendar })),
    )
  const all = [
    ...CALENDARS.flatMap((calendar) =>
      own(calendar).map((word): [string, Calendar] => [nameKey(word), calendar]),
    ),
    ...CALENDARS.flatMap((calendar) =>
      ERA_WORDS[calendar].split('|').map((word): [string, Calendar] => [nameKey(word), calendar]),
    ),
  ]
  return new Map(all.filter(([key]) => key !== ''))
}

/** Words within a date that say nothing of it. */
const fillers = new Set(
  'the|of|st|nd|rd|th|er|le|de|den|der|dem|am|du|من|في|شهر|عام|سنة|لعام|لسنة|ماه|سال|الموافق|د|ال|il|del'
    .split('|')
    .map(nameKey),
)

type Names = {
  months: ReadonlyMap<string, Month>
  weekdays: ReadonlySet<string>
  eras: ReadonlyMap<string, Calendar>
}
let names: Names | null = null

/** Built when first needed: it takes some hundred formats. */
const known = (): Names => (names ??= { months: monthNames(), weekdays: weekdayNames(), eras: eraNames() })

export type Word = { kind: 'month'; month: Month } | { kind: 'era'; calendar: Calendar } | { kind: 'filler' }

/** What a name or a word of a date means, in any of the languages; null when it is unknown. */
export function meaningOf(words: string): Word | null {
  const key = nameKey(words)
  const month = known().months.get(key)
  if (month) return { kind: 'month', month }
  const calendar = known().eras.get(key)
  if (calendar) return { kind: 'era', calendar }
  return fillers.has(key) || known().weekdays.has(key) ? { kind: 'filler' } : null
}
