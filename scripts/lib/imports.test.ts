import { describe, expect, it } from 'vitest'
import { importedNames, importGraph } from './imports.mjs'

describe('the names that a file imports', () => {
  it.each([
    [`import { a } from './a'`, ['./a']],
    [`import a, {\n  b,\n  type C,\n} from '@/a'\nexport * from "b"`, ['@/a', 'b']],
    [`import './styles.css'`, ['./styles.css']],
    [`const { a } = await import('./a.mjs')`, ['./a.mjs']],
    [`import type { A } from './a'\nexport type { B } from './b'`, []],
    [`export const a = 'b'\nimport { c } from 'c'`, ['c']],
    [`expect(title).toBe("a letter from 'b'")`, []],
  ])('%j', (code, names) => {
    expect(importedNames(code)).toEqual(names)
  })
})

describe('the files that a file reaches', () => {
  const files: Record<string, string> = {
    'domain/a.test.ts': `import { a } from './a'\nimport { it } from 'vitest'`,
    'domain/a.ts': `import { b } from '@/text/b'\nimport words from '@/messages/en.json'`,
    'text/b.ts': `import { a } from '../domain/a'\nimport type { Db } from '@/prisma/client'`,
    'messages/en.json': '',
    'prisma/client.ts': `import pg from 'pg'`,
    'ui/index.tsx': '',
    'app/page.tsx': `import { ui } from '@/ui'`,
  }
  const { reached } = importGraph((file) => files[file] ?? null)

  it('include circles and root aliases, and exclude types', () => {
    expect([...reached('domain/a.test.ts')].sort()).toEqual([
      'domain/a.test.ts',
      'domain/a.ts',
      'messages/en.json',
      'text/b.ts',
      'vitest',
    ])
  })

  it('resolve a folder to its index file', () => {
    expect([...reached('app/page.tsx')]).toEqual(['app/page.tsx', 'ui/index.tsx'])
  })

  it('keep the name of a missing file as it was written', () => {
    expect([...importGraph(() => null).reached('gone.ts')]).toEqual(['gone.ts'])
  })
})
