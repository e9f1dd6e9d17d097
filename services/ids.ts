/** A UUID version 7 (RFC 9562): later ids sort after earlier ones. */
export { v7 as newId } from 'uuid'
