import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cpuTime, QUICK_MS } from '@/tests/cpu'
import { partsOf, readForm } from './multipart'

const TYPE = 'multipart/form-data; boundary=b'
const bytes = (text: string) => new TextEncoder().encode(text)
const part = (head: string, body: string) =>
  `--b\r\nContent-Disposition: form-data; ${head}\r\n\r\n${body}\r\n`
const form = (...parts: string[]) => bytes(`${parts.join('')}--b--\r\n`)

async function sent(data: FormData) {
  const request = new Request('http://x', { method: 'POST', body: data })
  return {
    type: request.headers.get('content-type') ?? '',
    bytes: new Uint8Array(await request.arrayBuffer()),
  }
}

it('reads a browser’s form: fields, a file, names in any script', async () => {
  const data = new FormData()
  data.set('title', 'جسر "الألف"\r\nو')
  data.set('empty', '')
  data.set(
    'file',
    new File([new Uint8Array([0, 255, 13, 10, 45, 45])], 'a "b"\n.html', { type: 'text/html' }),
  )
  const { type, bytes: given } = await sent(data)
  const read = await readForm(given, type, 'file')
  expect(read?.fields).toEqual({ title: 'جسر "الألف"\r\nو', empty: '' })
  expect([read?.files, read?.file?.name, read?.file?.type]).toEqual([1, 'a "b"\n.html', 'text/html'])
  expect([...new Uint8Array((await read?.file?.arrayBuffer()) ?? [])]).toEqual([0, 255, 13, 10, 45, 45])
})

it('returns any bytes of any fields unchanged', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 8 }), async (bodies) => {
      const data = new FormData()
      bodies.forEach((body, index) => data.set(`f${index}`, new File([new Uint8Array(body)], 'x')))
      const { type, bytes: given } = await sent(data)
      const read = bodies.length === 0 ? [] : await partsOf(given, type)
      expect(read?.map((one) => [...one.bytes])).toEqual(bodies.map((body) => [...body]))
    }),
    { numRuns: 200, seed: 22 },
  )
})

it('accepts a quoted boundary and an empty part', async () => {
  const given = form(part('name="a"', ''))
  expect((await readForm(given, 'Multipart/Form-Data; charset=utf-8; boundary="b"', 'file'))?.fields).toEqual(
    {
      a: '',
    },
  )
})

it.each([
  ['no boundary', form(part('name="a"', 'x')), 'multipart/form-data'],
  ['another boundary', form(part('name="a"', 'x')), 'multipart/form-data; boundary=c'],
  ['no end', bytes(part('name="a"', 'x')), TYPE],
  ['an end in the headers', bytes('--b\r\nContent-Disposition: form-data; name="a"'), TYPE],
  ['a part without a name', form(part('filename="x"', 'x')), TYPE],
  ['a part that is no field', form('--b\r\nContent-Type: text/plain\r\n\r\nx\r\n'), TYPE],
  ['a field given twice', form(part('name="a"', 'x'), part('name="a"', 'y')), TYPE],
  ['a file under another name', form(part('name="paper"; filename="x"', 'x')), TYPE],
  ['headers without an end', form(part(`name="a"\r\nX-Y: ${'z'.repeat(5_000)}`, 'x')), TYPE],
  [
    'more parts than any form has',
    form(...Array.from({ length: 101 }, (_, at) => part(`name="${at}"`, ''))),
    TYPE,
  ],
  ['a field longer than any', form(part('name="a"', 'x'.repeat(70_000))), TYPE],
  ['nothing', bytes(''), TYPE],
  ['a boundary that goes on', bytes('--bc\r\n'.repeat(1_000)), TYPE],
])('refuses a form with %s', async (_, given, type) => {
  expect(await readForm(given, type, 'file')).toBeNull()
})

it('copies no byte and gives up early', async () => {
  const many = form(part('name="a"', 'x').repeat(150_000))
  const one = form(part('name="file"; filename="x"', 'x'.repeat(5_000_000)))
  const spent = await cpuTime(async () => {
    expect(await partsOf(many, TYPE)).toBeNull()
    expect((await partsOf(one, TYPE))?.[0]?.bytes.buffer).toBe(one.buffer)
  })
  expect(spent).toBeLessThan(QUICK_MS)
})

it('finds a boundary across slices, and lets other work run during a slow search', async () => {
  for (const size of [262_143, 262_144, 262_145, 524_286, 524_290]) {
    const given = form(part('name="file"; filename="x"', '\r'.repeat(size)), part('name="b"', 'y'))
    const parts = await partsOf(given, TYPE)
    expect(parts?.map((one) => one.bytes.length)).toEqual([size, 1])
  }
  let turns = 0
  const clock = setInterval(() => (turns += 1), 1)
  await partsOf(form(part('name="file"; filename="x"', '\r'.repeat(8_000_000))), TYPE)
  clearInterval(clock)
  expect(turns).toBeGreaterThan(2)
})
