/** A keydown, reduced to what decides whether it is a command. */
export type KeyDown = {
  key: string
  /** The physical key, such as `KeyJ`. */
  code: string
  ctrl: boolean
  meta: boolean
  alt: boolean
  /** The key belongs to a character that an input method is composing. */
  composing: boolean
  /** The key repeats because somebody holds it. */
  repeat: boolean
  /** An element nearer to the key has already handled it. */
  taken: boolean
}

/** The state of the page when the key goes down. */
export type Situation = {
  /** The focused element accepts text. */
  editing: boolean
  /** A dialog, a menu or a list of choices lies over the page. */
  covered: boolean
  /** The reader turned single keys off (WCAG 2.1.4). */
  off: boolean
  /** Another page was asked for, or an action runs that may lead to one, and it is not shown yet. */
  leaving: boolean
}

/**
 * `wait` is a command that came too early: it is not taken, and the reader is told. `leave` is Escape in a field: the
 * focus goes back to the page.
 */
export type Ruling = { is: 'nothing' } | { is: 'leave' } | { is: 'command' | 'wait'; name: string }

export type Commands = {
  has: (name: string) => boolean
  /** Whether holding the key repeats the command. Moving may repeat, writing never. */
  goesOn: (name: string) => boolean
}

const NOTHING: Ruling = { is: 'nothing' }

/** Chromium names a key `Process` when an input method takes it, even before it reports composing. */
const UNFINISHED = new Set(['Process', 'Dead', 'Unidentified', 'Compose'])

/** Question marks of other scripts: Arabic, full width, Armenian. */
const QUESTION_MARKS = new Set(['؟', '？', '՞'])

/**
 * The Latin letter or sign of a key. Of another script, a question mark is one; else the physical key decides, as it is
 * named on a Latin keyboard. A Latin layout says itself where it has the sign, such as `/` over the 7 in Germany.
 */
export function letterOf({ key, code }: Pick<KeyDown, 'key' | 'code'>): string {
  if (/^[\x20-\x7e]$/.test(key)) return key
  if ([...key].length !== 1) return key
  if (QUESTION_MARKS.has(key)) return '?'
  if (/^\p{Script=Latin}$/u.test(key)) return key
  if (/^Key[A-Z]$/.test(code)) return code.slice(3).toLowerCase()
  return code === 'Slash' && /^\p{L}$/u.test(key) ? '/' : key
}

/**
 * The one function that decides whether a key is a command. A key that could be text is not a command: in a text field,
 * with a modifier, or from an input method. While the page is about to become another, no command acts, because whoever
 * pressed it may mean the next page. Only Escape still closes and drops; in a field it leaves the field. A save that
 * stays on its page holds no command back: what the command writes waits its turn.
 */
export function ruleOn(down: KeyDown, now: Situation, commands: Commands): Ruling {
  if (down.taken || down.ctrl || down.meta || down.alt) return NOTHING
  if (down.composing || UNFINISHED.has(down.key)) return NOTHING
  if (now.editing && !now.covered && down.key === 'Escape') return { is: 'leave' }
  if (now.editing || now.covered || now.off) return NOTHING
  const name = letterOf(down)
  if (!commands.has(name)) return NOTHING
  if (down.repeat && !commands.goesOn(name)) return NOTHING
  return { is: now.leaving && name !== 'Escape' ? 'wait' : 'command', name }
}
