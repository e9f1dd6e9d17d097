import { type XmlNode, child, elements, textOf } from '../office/xml'

/** An Office equation in one line: fractions with a slash, superscripts with `^`, subscripts with `_`. */
export function equationText(node: XmlNode): string {
  const part = (name: string) => {
    const found = child(node, name)
    return found ? equationText(found) : ''
  }
  switch (node.name) {
    case 'm:t':
    case 'w:t':
      return textOf(node)
    case 'm:f':
      return `${grouped(part('m:num'))}/${grouped(part('m:den'))}`
    case 'm:sSup':
      return `${part('m:e')}^${grouped(part('m:sup'))}`
    case 'm:sSub':
      return `${part('m:e')}_${grouped(part('m:sub'))}`
    case 'm:sSubSup':
      return `${part('m:e')}_${grouped(part('m:sub'))}^${grouped(part('m:sup'))}`
    case 'm:rad':
      return `${part('m:deg')}√${grouped(part('m:e'))}`
    case 'm:d':
      return `(${elements(node)
        .filter(({ name }) => name === 'm:e')
        .map(equationText)
        .join(', ')})`
    case 'm:mr':
      return `${elements(node).map(equationText).join(' ')}; `
    case 'w:del':
    case 'w:moveFrom':
      return ''
    default:
      return elements(node).map(equationText).join('')
  }
}

/** Adds brackets unless the words are one letter or number. */
function grouped(words: string): string {
  return /^(?:\p{L}|[\p{N}.,]+)?$/u.test(words) ? words : `(${words})`
}
