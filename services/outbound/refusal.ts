export type OutboundCode =
  | 'address'
  | 'address_refused'
  | 'unreachable'
  | 'timeout'
  | 'too_large'
  | 'wrong_type'
  | 'damaged'
  | 'unsupported'

/**
 * Why an address is not requested, or its answer not accepted. `address` is invalid; `address_refused` may not be
 * requested and looks the same for all of them, so that nobody learns what is there. `params` are for the log.
 */
export class OutboundRefusal extends Error {
  override name = 'OutboundRefusal'

  constructor(
    readonly code: OutboundCode,
    readonly params: Record<string, string | number> = {},
  ) {
    super(`${code} ${JSON.stringify(params)}`)
  }
}
