import type { Person } from './people'
import { day, fullHour, hours, type When } from './when'

/** Claims of an article that one person is to check, by their numbers. */
type Assignment = { claims: readonly number[]; to: Person; at: When; due?: When }

/** How an article went through the desk. Texts and verdicts stand in the files of its name. */
export type ArticlePlan = {
  name: string
  desk: string
  /** Where readers read it. */
  address?: string
  taken: When
  by: Person
  deadline?: When
  assigned?: readonly Assignment[]
  /** From when a person gives the verdicts of the file, one every six minutes. */
  checked?: { from: When; by: Person }
  /** Claims whose verdict a second person approves. */
  signedOff?: { claims: readonly number[]; by: Person; at: When }
  /** When the sentences without a claim are passed. */
  passed?: When
  states?: readonly { to: 'cleared' | 'published'; at: When }[]
}

const HERALD = 'https://www.ellery-herald.example'

export const ARTICLES = [
  {
    name: 'harbour-ferries.en',
    desk: 'World',
    address: `${HERALD}/electric-ferries`,
    taken: day(-23, '09:20'),
    by: 'otherEditor',
    deadline: day(-22, '12:00'),
    assigned: [{ claims: [1, 2, 3, 4, 5, 6, 7], to: 'checker', at: day(-23, '09:40') }],
    checked: { from: day(-23, '10:05'), by: 'checker' },
    passed: day(-23, '15:10'),
    states: [{ to: 'published', at: day(-22, '11:30') }],
  },
  {
    name: 'quiet-diplomacy.ar',
    desk: 'الرأي',
    taken: day(-20, '10:00'),
    by: 'editor',
    deadline: fullHour(28),
    assigned: [
      { claims: [11, 15, 19, 20], to: 'otherChecker', at: day(-20, '10:30'), due: fullHour(26) },
      { claims: [12], to: 'checker', at: day(-4, '10:30'), due: day(-1, '17:00') },
    ],
    checked: { from: day(-19, '10:00'), by: 'checker' },
    signedOff: { claims: [3, 8], by: 'otherEditor', at: day(-18, '16:00') },
  },
  {
    name: 'date-harvest.ar',
    desk: 'الأخبار',
    address: 'https://www.sarw-news.example/dates',
    taken: day(-18, '08:50'),
    by: 'editor',
    deadline: day(-17, '17:00'),
    assigned: [{ claims: [1, 2, 3, 4, 5, 6], to: 'otherChecker', at: day(-18, '09:00') }],
    checked: { from: day(-18, '11:00'), by: 'otherChecker' },
    passed: day(-17, '10:20'),
    states: [{ to: 'published', at: day(-17, '16:00') }],
  },
  {
    name: 'arabic-language-day.ar',
    desk: 'الرأي',
    address: 'https://www.sarw-news.example/arabic-day',
    taken: day(-16, '12:10'),
    by: 'editor',
    assigned: [{ claims: [1, 2, 3, 4], to: 'otherChecker', at: day(-16, '12:20') }],
    states: [{ to: 'published', at: day(-15, '09:00') }],
    checked: { from: day(-14, '10:00'), by: 'otherChecker' },
  },
  {
    name: 'central-asia-brief.en',
    desk: 'World',
    taken: day(-12, '09:00'),
    by: 'otherEditor',
    deadline: fullHour(7),
    assigned: [
      { claims: [4], to: 'checker', at: day(-12, '09:30'), due: day(-1, '12:00') },
      { claims: [7], to: 'checker', at: day(-3, '09:30'), due: fullHour(5) },
    ],
    checked: { from: day(-12, '11:00'), by: 'checker' },
  },
  {
    name: 'ferry-fares.en',
    desk: 'World',
    address: `${HERALD}/ferry-fares`,
    taken: day(-14, '14:00'),
    by: 'otherEditor',
    deadline: day(-1, '18:00'),
    assigned: [
      { claims: [1, 2, 6, 7], to: 'checker', at: day(-14, '14:20') },
      { claims: [3, 5], to: 'checker', at: day(-14, '14:21'), due: day(-2, '16:00') },
    ],
    checked: { from: day(-13, '09:30'), by: 'checker' },
  },
  {
    name: 'palm-market.ar',
    desk: 'الأخبار',
    taken: day(-7, '13:00'),
    by: 'editor',
    deadline: fullHour(30),
    assigned: [
      { claims: [1, 2, 3], to: 'otherChecker', at: day(-7, '13:10') },
      { claims: [5], to: 'otherChecker', at: day(-7, '13:11'), due: fullHour(24) },
    ],
    checked: { from: day(-6, '09:15'), by: 'otherChecker' },
  },
  {
    name: 'night-buses.en',
    desk: 'World',
    taken: day(-5, '08:40'),
    by: 'otherEditor',
    deadline: fullHour(48),
    assigned: [{ claims: [1, 2, 3, 4, 5], to: 'checker', at: day(-5, '09:00') }],
    checked: { from: day(-4, '13:00'), by: 'checker' },
    passed: day(-4, '15:00'),
    states: [{ to: 'cleared', at: day(-3, '10:00') }],
  },
  {
    name: 'schools-return.ar',
    desk: 'الأخبار',
    taken: day(-4, '07:45'),
    by: 'editor',
    deadline: day(-1, '20:00'),
    assigned: [
      { claims: [1, 4], to: 'otherChecker', at: day(-4, '08:00') },
      { claims: [2, 3], to: 'otherChecker', at: day(-4, '08:01'), due: day(-2, '14:00') },
      { claims: [5], to: 'checker', at: day(-4, '08:02'), due: day(-1, '11:00') },
    ],
    checked: { from: day(-3, '09:00'), by: 'otherChecker' },
  },
  {
    name: 'measles-second-dose.en',
    desk: 'World',
    taken: day(-2, '16:00'),
    by: 'editor',
    deadline: fullHour(4),
    assigned: [
      { claims: [3, 4], to: 'checker', at: day(-2, '16:20'), due: fullHour(2) },
      { claims: [6], to: 'checker', at: day(-2, '16:21'), due: fullHour(3) },
      { claims: [5], to: 'otherChecker', at: day(-2, '16:22'), due: fullHour(3) },
    ],
    checked: { from: day(-2, '17:00'), by: 'checker' },
  },
  {
    name: 'water-note.ar',
    desk: 'الأخبار',
    taken: hours(-7),
    by: 'editor',
    deadline: fullHour(20),
    assigned: [{ claims: [1, 3], to: 'checker', at: hours(-6.5), due: fullHour(18) }],
    checked: { from: hours(-5), by: 'otherChecker' },
  },
  {
    name: 'working-in-the-heat.en',
    desk: 'World',
    taken: hours(-1),
    by: 'otherEditor',
    deadline: fullHour(24),
  },
] as const satisfies readonly ArticlePlan[]

export type ArticleName = (typeof ARTICLES)[number]['name']
