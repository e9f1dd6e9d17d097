import type { Parts } from '../office/package'

const RELATIONSHIPS = 'word/_rels/document.xml.rels'
const BODY = 'word/document.xml'

/** Numbers the document's relationships in the order of their list, because the library gives links random ids. */
export function withNumberedRelationships(parts: Parts): Parts {
  const listed = [...(parts[RELATIONSHIPS] ?? '').matchAll(/ Id="([^"]+)"/g)].map(([, id]) => id)
  const names = new Map(listed.map((id, index) => [id, `rId${index + 1}`]))
  const renamed = (id: string) => names.get(id) ?? id
  return {
    ...parts,
    [RELATIONSHIPS]: (parts[RELATIONSHIPS] ?? '').replace(
      / Id="([^"]+)"/g,
      (_, id: string) => ` Id="${renamed(id)}"`,
    ),
    [BODY]: (parts[BODY] ?? '').replace(/ r:id="([^"]+)"/g, (_, id: string) => ` r:id="${renamed(id)}"`),
  }
}
