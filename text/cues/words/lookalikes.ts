/** Folded words that end like a past form but are not one. */
export const NOT_PAST: ReadonlySet<string> = new Set(
  [
    'need speed indeed hundred exceed proceed succeed feed seed deed bleed breed weed greed creed bed shed wed sacred',
    'hatred naked embed united beloved wicked crooked',
    'etait etaient avait avaient souhait parfait portrait extrait retrait attrait pourrait devrait serait aurait',
    'faudrait voudrait pourraient devraient seraient auraient voudraient',
    'بيت وقت صوت موت زيت تحت ليست وليست كانت وكانت فكانت بنت بات ست سبت ذات نفت التفت اكتوبر',
    'است نيست هست بود نبود دارد ندارد بايد نبايد شايد',
  ]
    .join(' ')
    .split(' '),
)

/** Folded French auxiliaries that precede a participle. */
export const AUXILIARIES: ReadonlySet<string> = new Set(
  'a ont avait avaient est sont etait etaient fut furent aurait ayant etre avoir ete s y'.split(' '),
)
