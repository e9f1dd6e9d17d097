import { codePageOf, decodeCodePage } from './charsets'
import type { State } from './state'

const MAC = 10000

/** Turns the bytes and numbers of a file into letters, by the code page of their font or of the file. */
export class RtfLetters {
  private readonly fonts = new Map<number, number>()
  private page = 1252
  private bytes: number[] = []
  private skip = 0
  private high = ''

  /** A word that names the code page of the whole file; false for any other. */
  codePage(word: string, value: number | null): boolean {
    if (word === 'ansicpg') this.page = value ?? this.page
    else if (word === 'mac') this.page = MAC
    else return false
    return true
  }

  charset(font: number, value: number | null): void {
    const page = codePageOf(value ?? 1)
    if (page !== null) this.fonts.set(font, page)
  }

  add(byte: number): void {
    if (!this.skips()) this.bytes.push(byte)
  }

  /** Whether the next sign only stands for a letter that was written as a number; then it counts as read. */
  skips(): boolean {
    if (this.skip === 0) return false
    this.skip--
    return true
  }

  /** A group ends what its signs stand for. */
  endSkipping(): void {
    this.skip = 0
  }

  /** The letter of `\u`; empty for the first half of a pair. */
  unicode(value: number, skips: number): string {
    const unit = String.fromCharCode(value < 0 ? value + 0x10000 : value)
    this.skip = skips
    if (/[\ud800-\udbff]/.test(unit)) {
      this.high = unit
      return ''
    }
    const pair = this.high
    this.high = ''
    return pair + unit
  }

  /** The letters of the bytes since the last call. */
  taken({ font, complexFont, complex }: State): string {
    if (this.bytes.length === 0) return ''
    const named = this.fonts.get(complex && complexFont !== -1 ? complexFont : font)
    const letters = decodeCodePage(Uint8Array.from(this.bytes), named ?? this.page)
    this.bytes = []
    return letters
  }
}
