import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { makeDataDir } from '../attack'

export type Disk = {
  dir: string
  /** Fills the disk. */
  fill: () => void
  /** Frees the disk. */
  clear: () => void
  remove: () => void
}

const PIECE = Buffer.alloc(64 * 1024)

/** A small disk for DATA_DIR; null when this user may not mount one. */
export function smallDisk(sizeMb: number): Disk | null {
  const dir = makeDataDir()
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${sizeMb}m,mode=0711`, 'tmpfs', dir])
  if (mounted.status !== 0) {
    fs.rmdirSync(dir)
    return null
  }
  const ballast = path.join(dir, 'ballast')
  return {
    dir,
    fill: () => {
      const file = fs.openSync(ballast, 'a')
      try {
        for (;;) fs.writeSync(file, PIECE)
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
      } finally {
        fs.closeSync(file)
      }
    },
    clear: () => fs.rmSync(ballast, { force: true }),
    remove: () => {
      spawnSync('umount', [dir])
      fs.rmSync(dir, { recursive: true, force: true })
    },
  }
}
