/** A key going down, as far as it decides whether it is a command. */
export type KeyDown = {
  key: string
  /** The place on the keyboard, such as `KeyJ`. */
  code: string
  ctrl: boolean
  meta: boolean
  alt: boolean
  /** It belongs to a character that an input method is putting together. */
  composing: boolean
  /** The key is held. */
  repeat: boolean
  /** Something nearer to the key made use of it. */
  taken: boolean
}

/** What the page is like while the key goes down. */
export type Situation = {
  /** What is focused takes letters. */
  editing: boolean
  /** A dialog, a menu or a list of choices lies over the page. */
  covered: boolean
  /** Single keys were turned off (WCAG 2.1.4). */
  off: boolean
  /** An action was sent or a page asked for, and what came of it is not shown yet. */
  underWay: boolean
}

/** `wait` is a command that came too early: it is not taken, and the reader is told. */
export type Ruling = { is: 'nothing' } | { is: 'command' | 'wait'; name: string }

export type Commands = {
  has: (name: string) => boolean
  /** Whether holding the key may go on: moving about, never what is written. */
  goesOn: (name: string) => boolean
}

const NOTHING: Ruling = { is: 'nothing' }

/** Chromium names a key that an input method took `Process`, also before it says that it composes. */
const UNFINISHED = new Set(['Process', 'Dead', 'Unidentified', 'Compose'])

/** The Latin letter of a key, also while an Arabic keyboard is chosen: then by its place on the keyboard. */
export function letterOf({ key, code }: Pick<KeyDown, 'key' | 'code'>): string {
  if (/^[\x20-\x7e]$/.test(key)) return key
  return [...key].length === 1 && /^Key[A-Z]$/.test(code) ? code.slice(3).toLowerCase() : key
}

/**
 * The one place that decides whether a key is a command. A key that could be text is none: where letters are taken,
 * with a modifier, from an input method. While an action or a navigation is under way no command acts, since what is
 * on the screen is not what will stand there; Escape alone still closes and drops.
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
