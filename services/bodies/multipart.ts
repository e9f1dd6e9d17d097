import { setImmediate as breathe } from 'node:timers/promises'

/** A part of a form: a file when it has a file name, else a field. `bytes` is a view of the form, not a copy. */
export type Part = { name: string; fileName: string | null; type: string; bytes: Uint8Array<ArrayBuffer> }

/** No form of the desk has this many parts. */
export const PARTS_MAX = 100
/** In bytes, for a field that is not a file. */
const FIELD_MAX = 64 * 1024
/** In bytes, for the headers of one part. */
const HEAD_MAX = 4_096

const HYPHENS = '--'
const LINE = '\r\n'

/** The boundary between parts (RFC 2046, 5.1.1); null when the content type is not a form. */
function boundaryOf(contentType: string): string | null {
  const [, quoted, bare] =
    /^multipart\/form-data\s*;.{0,200}?boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType) ?? []
  return quoted ?? bare ?? null
}

/** Decodes a name in a header as browsers encode it (HTML, multipart/form-data encoding algorithm). */
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

/** In bytes: how much is searched before other work gets its turn. */
const SLICE = 256 * 1024

/** The next position of some bytes, or -1. It searches slice by slice, because some inputs are slow to search. */
async function nextOf(wanted: Buffer, bytes: Buffer, from: number): Promise<number> {
  for (let at = from; at < bytes.length; at += SLICE) {
    const found = bytes.subarray(at, at + SLICE + wanted.length - 1).indexOf(wanted)
    if (found >= 0) return at + found
    await breathe()
  }
  return -1
}

/**
 * Splits a multipart form (RFC 7578) at its boundaries without copying its parts.
 * @returns null for bytes that are not such a form, and for a form with more parts or longer headers than any of the
 * desk's
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
    // The line break before a boundary belongs to the boundary; an empty part has none of its own.
    const end = await nextOf(delimiter, form, start - LINE.length)
    if (end < 0) return null
    const read = headOf(form.subarray(head, head + body))
    if (!read) return null
    parts.push({ ...read, bytes: bytes.subarray(start, Math.max(start, end)) })
    at = end + delimiter.length
  }
}

/** A form with one file. */
export type Form = { file: File | null; files: number; fields: Record<string, string> }

/**
 * Reads a multipart form; a file without a name counts as a field.
 * @returns null for bytes that are not such a form, and for a field that is too long, not UTF-8, or given twice
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
