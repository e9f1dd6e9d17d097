/** A mark that stands for something: no control, blank, joiner, filler or lone combining mark. */
const VISIBLE = /[^\p{C}\p{Z}\p{M}\p{Default_Ignorable_Code_Point}\u2800]/u

/** Whether there is anything to see in it. */
export const isVisible = (text: string) => VISIBLE.test(text)
