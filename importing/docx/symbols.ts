/** An unknown symbol still shows that something stands there. */
const UNKNOWN = '\ufffd'

/** The letters of the Symbol font from 0x21 and from 0xA1, in the font's own encoding. */
const SYMBOL_21 =
  '!∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼'
const SYMBOL_A1 = 'ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑'

/** The dingbats that occur in running text. The pictures of the Wingdings fonts stay unknown. */
const DINGBATS: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  wingdings: {
    0x4a: '☺',
    0x4c: '☹',
    0x6c: '●',
    0x6d: '❍',
    0x6e: '■',
    0x6f: '□',
    0x71: '❑',
    0x75: '◆',
    0x76: '❖',
    0x77: '⬥',
    0x9e: '·',
    0x9f: '•',
    0xa7: '▪',
    0xa8: '◻',
    0xd8: '➢',
    0xdf: '←',
    0xe0: '→',
    0xe1: '↑',
    0xe2: '↓',
    0xe8: '➔',
    0xef: '⇦',
    0xf0: '⇨',
    0xfb: '✗',
    0xfc: '✓',
    0xfd: '☒',
    0xfe: '☑',
  },
  'wingdings 2': { 0x4f: '✗', 0x50: '✓', 0x52: '☑', 0x54: '☒', 0xa3: '□' },
}

/** The character that a `w:sym` shows; `code` is hexadecimal and may lie in the private use area F000 to F0FF. */
export function symbol(font: string, code: string): string {
  const value = Number.parseInt(code, 16)
  if (!Number.isInteger(value) || value > 0xffff) return UNKNOWN
  const inFont = value >= 0xf000 && value <= 0xf0ff ? value - 0xf000 : value
  const name = font.trim().toLowerCase()
  if (name === 'symbol') return SYMBOL_21.charAt(inFont - 0x21) || SYMBOL_A1.charAt(inFont - 0xa1) || UNKNOWN
  if (/wingdings|webdings|dingbats/.test(name)) return DINGBATS[name]?.[inFont] ?? UNKNOWN
  return /[\p{Co}\p{Cs}\p{Cc}]/u.test(String.fromCharCode(value)) ? UNKNOWN : String.fromCharCode(value)
}
