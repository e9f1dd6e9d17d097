type Mail = { to: string; subject: string; body: string }

/** A mail as an address that opens the reader's mail program (RFC 6068), which wants lines to end in CR LF. */
export const mailTo = ({ to, subject, body }: Mail): string => {
  const fields = { subject, body: body.replace(/\r?\n/g, '\r\n') }
  const given = Object.entries(fields).filter(([, value]) => value !== '')
  return `mailto:${encodeURIComponent(to).replace('%40', '@')}?${given.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`
}
