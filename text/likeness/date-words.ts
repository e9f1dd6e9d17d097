import { foldSearchWord } from '../fold-word'

/** The names of each month, in their order; two words are joined by a bar. */
const MONTH_ROWS = [
  'january jan janvier يناير كانون|الثاني جانفي ژانویه',
  'february feb février فبراير شباط فيفري فوریه',
  'march mar mars مارس آذار',
  'april apr avril أبريل إبريل نيسان أفريل آوریل',
  'may mai مايو أيار ماي',
  'june jun juin يونيو يونيه حزيران جوان ژوئن',
  'july jul juillet يوليو يوليه تموز جويلية يوليوز ژوئیه',
  'august aug août أغسطس آب أوت غشت اوت',
  'september sep sept septembre سبتمبر أيلول شتنبر سپتامبر',
  'october oct octobre أكتوبر تشرين|الأول اکتبر',
  'november nov novembre نوفمبر تشرين|الثاني نونبر نوامبر',
  'december dec décembre ديسمبر كانون|الأول دجنبر دسامبر',
]
const DAY_ROWS = [
  'monday الاثنين الإثنين lundi',
  'tuesday الثلاثاء mardi',
  'wednesday الأربعاء mercredi',
  'thursday الخميس jeudi',
  'friday الجمعة vendredi',
  'saturday السبت samedi',
  'sunday الأحد dimanche',
]

const fold = (name: string) => name.split('|').map(foldSearchWord).join('|')
const numbered = (rows: readonly string[]): ReadonlyMap<string, number> =>
  new Map(rows.flatMap((row, at) => row.split(' ').map((name): [string, number] => [fold(name), at + 1])))
const setOf = (words: string) => new Set(words.split(' ').map(foldSearchWord))

export const MONTHS = numbered(MONTH_ROWS)
export const WEEKDAYS = numbered(DAY_ROWS)
/** Months whose names have other meanings. They count beside a figure or after a word of time. */
export const WEAK_MONTHS = setOf('march may mar mars mai jan sep sept dec مارس آب ماي جوان أوت')
/** Words between a day and its month, or a month and its year. */
export const DATE_LINKS = setOf('of st nd rd th er de من شهر عام سنة')
/** Words before a year or a month. */
export const TIME_PLACES = setOf(
  `in since by until till before after from during of year late early last next this في منذ حتى قبل بعد خلال عام سنة
   لعام بحلول شهر en depuis`.replace(/\s+/g, ' '),
)
/** Words before a year that make it one. */
export const YEAR_WORDS = setOf('year عام لعام سنة العام سال')
