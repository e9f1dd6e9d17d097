import { encodingOfLabel } from '../charset'
import { decodeWindows1252 } from '../code-page'

/** Windows character sets of fonts, as code pages. */
const OF_CHARSET: Readonly<Record<number, number>> = {
  0: 1252,
  77: 10000,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
}
const LABELS: Readonly<Record<number, string>> = {
  866: 'ibm866',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  10000: 'macintosh',
  65001: 'utf-8',
}

/** The code page of a font's character set; null for one without letters or that leaves it open. */
export const codePageOf = (charset: number): number | null => OF_CHARSET[charset] ?? null

/** Text of a code page; of an unknown one, as windows-1252. */
export function decodeCodePage(bytes: Uint8Array, page: number): string {
  const label = encodingOfLabel(LABELS[page] ?? `windows-${page}`)
  return label === null || label === 'windows-1252'
    ? decodeWindows1252(bytes)
    : new TextDecoder(label).decode(bytes)
}
