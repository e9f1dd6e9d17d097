import process from 'node:process'
import { threadId } from 'node:worker_threads'

/** A test's thread: waits, takes memory, throws, dies, or returns its input. */
export default async function work({ waitMs = 0, megabytes = 0, fails = false, dies = false, says = null }) {
  await new Promise((resolve) => setTimeout(resolve, waitMs))
  if (fails) throw new Error('It failed')
  if (dies) process.exit(1)
  const taken = Array.from({ length: megabytes }, (_, at) => new Array(131_072).fill(at))
  return { says, secret: process.env.AUTH_SECRET ?? null, taken: taken.length, thread: threadId }
}
