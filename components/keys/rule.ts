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
  /** An action or a navigation has started, and its result is not shown yet. */
  underWay: boolean
}

/** `wait` is a command that came too early: it is not taken, and the reader is told. */
export type Ruling = { is: 'nothing' } | { is: 'command' | 'wait'; name: string }

export type Commands = {
  has: (name: string) => boolean
  /** Whether holding the key repeats the command. Moving may repeat, writing never. */
  goesOn: (name: string) => boolean
}

const NOTHING: Ruling = { is: 'nothing' }

/** Chromium names a key `Process` when an input method takes it, even before it reports composing. */
const UNFINISHED = new Set(['Process', 'Dead', 'Unidentified', 'Compose'])

/** The Latin letter of a key. On an Arabic keyboard layout the physical key decides. */
export function letterOf({ key, code }: Pick<KeyDown, 'key' | 'code'>): string {
  if (/^[\x20-\x7e]$/.test(key)) return key
  return [...key].length === 1 && /^Key[A-Z]$/.test(code) ? code.slice(3).toLowerCase() : key
}

/**
 * The one function that decides whether a key is a command. A key that could be text is not a command: in a text field,
 * with a modifier, or from an input method. While an action or a navigation is under way, no command acts, because the
 * screen is about to change. Only Escape still closes and drops.
 */
export function ruleOn(down: KeyDown, now: Situation, commands: Commands): Ruling {
  if (down.taken || down.ctrl || down.meta || down.alt) return NOTHING
  if (down.composing || UNFINISHED.has(down.key)) return NOTHING
  if (now.editing || now.covered || now.off) return NOTHING
  const name = letterOf(down)
  if (!commands.has(name)) return NOTHING
  if (down.repeat && !commands.goesOn(name)) return NOTHING
  return { is: now.underWay && name !== 'Escape' ? 'wait' : 'command', name }
}
