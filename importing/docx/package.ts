import path from 'node:path'
import { type Archive, openArchive } from '../archive'
import { ImportProblem } from '../incoming'
import { type XmlNode, elements, readXml } from '../office/xml'
import { NAMESPACES } from './names'

export type Relationship = { type: string; target: string; outside: boolean }

export type Part = { root: XmlNode; relationships: ReadonlyMap<string, Relationship> }

/** A Word file as its parts. Relationships identify the parts, not their usual names. */
export type Package = {
  archive: Archive
  mainPart: string
  /** Relationships of the main part, by id. */
  relationships: ReadonlyMap<string, Relationship>
  /** The parts with this relationship to the main part. */
  related(type: string): Promise<Part[]>
  /** The parts with this relationship to the file itself, such as its properties. */
  ofFile(type: string): Promise<Part[]>
}

/** @throws ImportProblem not_this_format, and what `openArchive` and `readXml` throw */
export async function openPackage(file: Buffer): Promise<Package> {
  const archive = await openArchive(file)
  const top = await relationshipsOf(archive, '')
  const main = [...top.values()].find(({ type, outside }) => type === 'officeDocument' && !outside)
  if (!main) throw new ImportProblem('not_this_format')
  const relationships = await relationshipsOf(archive, main.target)
  return {
    archive,
    mainPart: main.target,
    relationships,
    related: (type) => partsOf(archive, relationships, type),
    ofFile: (type) => partsOf(archive, top, type),
  }
}

async function partsOf(
  archive: Archive,
  among: ReadonlyMap<string, Relationship>,
  type: string,
): Promise<Part[]> {
  const parts: Part[] = []
  for (const one of among.values()) {
    const bytes = one.type === type && !one.outside ? await archive.read(one.target) : null
    if (bytes)
      parts.push({
        root: await readXml(bytes, NAMESPACES),
        relationships: await relationshipsOf(archive, one.target),
      })
  }
  return parts
}

/** The type is the last word of its address, which both variants of the standard share. */
async function relationshipsOf(archive: Archive, part: string): Promise<Map<string, Relationship>> {
  const folder = path.posix.dirname(part)
  const bytes = await archive.read(path.posix.join(folder, '_rels', `${path.posix.basename(part)}.rels`))
  const found = new Map<string, Relationship>()
  for (const { attributes } of bytes ? elements(await readXml(bytes, NAMESPACES)) : []) {
    const { Id = '', Type = '', Target = '', TargetMode } = attributes
    const outside = TargetMode === 'External'
    const target = outside
      ? Target
      : Target.startsWith('/')
        ? Target.slice(1)
        : path.posix.join(folder, Target)
    found.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), target, outside })
  }
  return found
}
