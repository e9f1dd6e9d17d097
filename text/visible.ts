/** A visible character: not a control, white space, joiner, filler or lone combining mark. */
const VISIBLE = /[^\p{C}\p{Z}\p{M}\p{Default_Ignorable_Code_Point}\u2800]/u

/** Whether the text shows anything. */
export const isVisible = (text: string) => VISIBLE.test(text)
