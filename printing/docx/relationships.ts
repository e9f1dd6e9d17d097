import type { Parts } from '../office/package'

/** The parts of a document whose relationships the library numbers at random. */
const NAMES = ['document', 'comments'] as const

/** Numbers the relationships of each part in the order of their list, because the library gives links random ids. */
export const withNumberedRelationships = (parts: Parts): Parts =>
  NAMES.reduce((numbered, name) => withNumbered(numbered, name), parts)

function withNumbered(parts: Parts, name: (typeof NAMES)[number]): Parts {
  const [list, body] = [`word/_rels/${name}.xml.rels`, `word/${name}.xml`]
  const relationships = parts[list]
  if (relationships === undefined) return parts
  const listed = [...relationships.matchAll(/ Id="([^"]+)"/g)].map(([, id]) => id)
  const names = new Map(listed.map((id, index) => [id, `rId${index + 1}`]))
  const renamed = (id: string) => names.get(id) ?? id
  return {
    ...parts,
    [list]: relationships.replace(/ Id="([^"]+)"/g, (_, id: string) => ` Id="${renamed(id)}"`),
    [body]: (parts[body] ?? '').replace(/ r:id="([^"]+)"/g, (_, id: string) => ` r:id="${renamed(id)}"`),
  }
}
