/** Names for examples and tests, which belong to nobody and never will (RFC 2606, RFC 6761). */
const RESERVED = /(?:^|\.)(?:example|invalid|test|localhost|example\.(?:com|net|org))\.?$/i

/** Whether an address is under a reserved name. */
export const isReserved = (address: string): boolean =>
  RESERVED.test(address.slice(address.lastIndexOf('@') + 1))
