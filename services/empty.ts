/** Replaces `server-only` where code runs outside a React server: tests, scripts, the HTTP API. */
export {}
