import { setImmediate as breathe } from 'node:timers/promises'

/** A part of a form: a field, or a file where it has a file name. `bytes` are the form's own, not copied. */
export type Part = { name: string; fileName: string | null; type: string; bytes: Uint8Array<ArrayBuffer> }

/** More parts than any form of the desk has. */
export const PARTS_MAX = 100
/** In bytes, for a field that is no file. */
const FIELD_MAX = 64 * 1024
/** In bytes, for the headers of one part. */
const HEAD_MAX = 4_096

const HYPHENS = '--'
const LINE = '\r\n'

/** What stands between parts (RFC 2046, 5.1.1); null where the content type names no form. */
function boundaryOf(contentType: string): string | null {
  const [, quoted, bare] =
    /^multipart\/form-data\s*;.{0,200}?boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType) ?? []
  return quoted ?? bare ?? null
}

/** As browsers write a name in a header (HTML, multipart/form-data encoding algorithm). */
const unescaped = (name: string) =>
  name.replace(/%0D|%0A|%22/gi, (sign) => decodeURIComponent(sign)).replace(/\\"/g, '"')

const utf8 = new TextDecoder('utf-8', { fatal: true })

function textOf(bytes: Uint8Array): string | null {
  try {
    return utf8.decode(bytes)
  } catch {
    return null
  }
}

function headOf(bytes: Uint8Array): Omit<Part, 'bytes'> | null {
  const lines = textOf(bytes)?.split(LINE) ?? []
  const header = (name: string) =>
    lines.find((line) => line.toLowerCase().startsWith(`${name}:`))?.slice(name.length + 1) ?? ''
  const disposition = header('content-disposition')
  if (!/^\s*form-data\s*(;|$)/i.test(disposition)) return null
  const parameter = (name: string) =>
    new RegExp(`;\\s*${name}="((?:[^"\\\\]|\\\\.)*)"`, 'i').exec(disposition)?.[1]
  const [name, fileName] = [parameter('name'), parameter('filename')]
  if (name === undefined) return null
  return {
    name: unescaped(name),
    fileName: fileName === undefined ? null : unescaped(fileName),
    type: header('content-type').trim(),
  }
}

/** In bytes: how much is searched before others get their turn. */
const SLICE = 256 * 1024

/** Where bytes stand next, or -1; searched slice by slice, since some bytes are dear to search. */
async function nextOf(wanted: Buffer, bytes: Buffer, from: number): Promise<number> {
  for (let at = from; at < bytes.length; at += SLICE) {
    const found = bytes.subarray(at, at + SLICE + wanted.length - 1).indexOf(wanted)
    if (found >= 0) return at + found
    await breathe()
  }
  return -1
}

/**
 * Takes a multipart form (RFC 7578) apart where its boundaries stand, without a copy of what is between them.
 * @returns null for bytes that are no such form, and for one of more parts or longer headers than any form of the desk
 */
export async function partsOf(bytes: Uint8Array<ArrayBuffer>, contentType: string): Promise<Part[] | null> {
  const boundary = boundaryOf(contentType)
  if (boundary === null) return null
  const form = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const delimiter = Buffer.from(`${LINE}${HYPHENS}${boundary}`)
  const first = delimiter.subarray(LINE.length)
  if (!form.subarray(0, first.length).equals(first)) return null
  const parts: Part[] = []
  for (let at = first.length; ;) {
    const after = form.toString('latin1', at, at + 2)
    if (after === HYPHENS) return parts
    if (after !== LINE || parts.length === PARTS_MAX) return null
    const head = at + LINE.length
    const body = form.subarray(head, head + HEAD_MAX).indexOf(LINE + LINE)
    if (body < 0) return null
    const start = head + body + 2 * LINE.length
    // The line before a boundary belongs to it; an empty part has no line of its own.
    const end = await nextOf(delimiter, form, start - LINE.length)
    if (end < 0) return null
    const read = headOf(form.subarray(head, head + body))
    if (!read) return null
    parts.push({ ...read, bytes: bytes.subarray(start, Math.max(start, end)) })
    at = end + delimiter.length
  }
}

/** A form with one file in it. */
export type Form = { file: File | null; files: number; fields: Record<string, string> }

/**
 * Reads a multipart form; a file without a name counts as a field.
 * @returns null for bytes that are no such form, or a field that is too long, whose bytes are no UTF-8, or that is given
 * twice
 */
export async function readForm(
  bytes: Uint8Array<ArrayBuffer>,
  contentType: string,
  fileField: string,
): Promise<Form | null> {
  const parts = await partsOf(bytes, contentType)
  if (!parts) return null
  const fields: Record<string, string> = {}
  const files: File[] = []
  for (const { name, fileName, type, bytes: value } of parts) {
    if (fileName !== null && fileName !== '') {
      if (name !== fileField) return null
      files.push(new File([value], fileName, { type }))
    } else {
      const text = value.byteLength > FIELD_MAX ? null : textOf(value)
      if (text === null || Object.hasOwn(fields, name) || text.includes('\ufffd')) return null
      fields[name] = text
    }
  }
  return { file: files[0] ?? null, files: files.length, fields }
}
