import type { Marks } from '../html-marked'

/** What mail programs name the element around an earlier message. */
const AROUND =
  /(?:^|\s)(?:gmail_quote(?:_container)?|gmail_extra|moz-cite-prefix|moz-forward-container|yahoo_quoted|protonmail_quote|tutanota_quote|zmail_extra|ms-outlook-mobile-reference-message)(?:\s|$)/i
const NAMED_AROUND =
  /^(?:yahoo_quoted|isReplyContent|blockquote_zmail|mail-editor-reference-message-container|reply-intro)/i
/** The fields before an earlier message that has no element of its own. */
const FIELDS = /(?:^|\s)(?:x_)?(?:divRplyFwdMsg|OLK_SRC_BODY_SECTION|OutlookMessageHeader)(?:\s|$)/i

/**
 * Which elements hold an earlier message. Programs mark those themselves; a quotation without such a mark is the
 * writer's own.
 */
export const earlierMessages: Marks = (name, { class: named = '', id = '', type = '' }) => {
  if (FIELDS.test(id) || FIELDS.test(named)) return 'onwards'
  const cites = name === 'blockquote' && type.trim().toLowerCase() === 'cite'
  return cites || AROUND.test(named) || NAMED_AROUND.test(id) ? 'inside' : null
}
