/** Marks the article's header, which covers the upper edge of the text while it sticks. */
export const ARTICLE_HEAD = 'data-article-head'
/** Marks the panel, which covers the lower edge of the text where it is a sheet. */
export const ARTICLE_PANEL = 'data-article-panel'
/** Marks the bar about the selected words, which covers the lower edge of the text. */
export const SELECTION_BAR = 'data-selection-bar'
