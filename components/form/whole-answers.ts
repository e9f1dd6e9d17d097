/**
 * Wraps a browser's `fetch` so that the answer to an action arrives whole or not at all. Next shows such an answer while
 * it still arrives; if the connection breaks meanwhile, it would replace the page, with all that was typed there, by an
 * error. An action that got no whole answer fails instead, and its form says so.
 * @see app/server/action.ts, whose answers are small apart from the page that comes with them
 */
export function withWholeAnswers(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  return async (input, init) => {
    const answer = await fetch(input, init)
    if (!new Headers(init?.headers).has('next-action')) return answer
    const body = await answer.arrayBuffer()
    return new Response(body.byteLength ? body : null, answer)
  }
}
