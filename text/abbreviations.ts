/** What a full stop after a word may mean besides the end of a sentence. */
export type Abbreviation = 'never_ends' | 'before_number' | 'may_end'

const words = (list: string) => list.split(' ')

/** A name or an explanation follows, so no sentence ends here. */
const NEVER_ENDS = words(
  'Mr Mrs Ms Mx Dr Drs Prof Gen Lt Col Maj Sgt Cpl Capt Cmdr Adm Gov Sen Rep Rev Fr Hon Amb Messrs Ste Mt Supt ' +
    'e.g i.e vs v viz cf approx c ca resp ' +
    'MM Mme Mmes Mlle Mlles Mgr Pr p.ex c.-à-d apr av ' +
    'أ.د ا.د د.م م.م أ.م.د ر.ك رک',
)

/** Abbreviations before a number; elsewhere the full stop ends the sentence: "No. 5", "No. We stay." */
const BEFORE_NUMBER = words(
  'No Nos no nos fig figs Fig Figs p pp vol Vol sec Sec ch Ch chap Chap art Art arts para paras n pt Pt ed Ex ' +
    'Rs Tel tel Tél tél éq',
)

/** Abbreviations that may also end a sentence. */
const MAY_END = words(
  'Inc Ltd Corp Co Bros Cie Jr Sr St Esq Ph.D Dept Univ Assn etc al a.m p.m A.M P.M Ave Blvd Rd Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct ' +
    'Nov Dec janv févr avr juil sept oct nov déc env boul Ltée Sté Calif Mass Pa Va Fla Tex Wash Ont Que ' +
    'إلخ الخ ق.م ب.م هـ.ش هـ.ق ه.ش ه.ق',
)

const KINDS = new Map<string, Abbreviation>([
  ...MAY_END.map((word) => [word, 'may_end'] as const),
  ...BEFORE_NUMBER.map((word) => [word, 'before_number'] as const),
  ...NEVER_ENDS.map((word) => [word, 'never_ends'] as const),
])

const LATIN_INITIALS = /^\p{Lu}\p{M}*(?:\.-?\p{Lu}\p{M}*)*$/u
const ARABIC_INITIAL = /^(?:[\u0620-\u064a\u067e-\u06d3]\u0640?|[وفبلك][دأ])$/
const ARABIC_INITIALS = /^[\u0620-\u064a\u067e-\u06d3]\u0640?(?:\.[\u0620-\u064a\u067e-\u06d3]\u0640?)+$/
/** Before the initials of a name: "Dr. J.", "M. J.-P." */
const AFTER_TITLE = /(?:^|\s)\p{Lu}\p{Ll}{0,3}\.\s*$/u
const ERA = /\p{Nd}\s?(?:م|هـ?|ق|ش)$/u

/**
 * The kind of abbreviation of a word, given without its last full stop ("Dr", "U.N", "أ.د"); undefined for a plain
 * word. `before` is the preceding text, which tells "٢٠٢٠ م." (the year) from "م. سامي" (the engineer).
 */
export function abbreviationOf(word: string, before: string, language: string): Abbreviation | undefined {
  const known = KINDS.get(word) ?? KINDS.get(word.replace(/^[وفبلك](?=.\.)/, ''))
  if (known) return known
  if (word === 'M' && language.startsWith('fr')) return 'never_ends'
  if (LATIN_INITIALS.test(word)) return AFTER_TITLE.test(before) ? 'never_ends' : 'may_end'
  if (ERA.test(before.slice(-2) + word)) return 'may_end'
  if (ARABIC_INITIAL.test(word)) return 'never_ends'
  return ARABIC_INITIALS.test(word) ? 'may_end' : undefined
}

const OPENERS = new Set(
  words(
    'The A An It He She They We I You In On At But And Or So Yet This That These Those There Here His Her Its Their Our ' +
      'My Your If When While After Before As For From With By To Of No Not Yes Nor Some Many Most Few All Each Every ' +
      'Both Nobody None Who What Why How Where Which Whether Since Until Once Then Now Today Yesterday Later Last Next ' +
      'However Meanwhile Still Also Another Other Such Only Even Mr Mrs Ms Dr ' +
      'Le La Les Un Une Des Du Il Elle Ils Elles On Nous Vous Je Ce Cette Ces Cet Cela Dans En À Au Aux Pour Par Mais Et ' +
      'Ou Or Si Selon Sur Son Sa Ses Leur Leurs Plus Aucun Aucune Personne Qui Que Quand Depuis Après Avant Avec Sans ' +
      'Pourtant Toutefois Cependant Ainsi Puis Hier Tout Tous Chaque Rien',
  ),
)
const ELISION = /^(?:[LDCJNSMT]|Qu)['\u2019]\p{L}/u
/** Arabic words that open sentences on their own, those that do so after "و" or "ف", and Persian ones. */
const OPENERS_AR = [
  'هل|لكن|كما|أما|ثم|إن|إذا|حين|عندما|هذا|هذه|ذلك|تلك|هناك|قالت?|أضافت?|أكدت?|أوضحت?|أشارت?|ذكرت?|أعلنت?|تابعت?|لم|لا|لن',
  '[وف](?:قد|لقد|كانت?|ليس|في|من|على|إلى|عن|بعد|قبل|منذ|خلال|بحسب|هو|هي|هم|يقول|تقول|يرى|ترى|يبلغ|تبلغ|بلغت?|سوف)',
  '[وف](?:هل|كما|أما|إن|إذا|حين|عندما|هذا|هذه|ذلك|تلك|هناك|قالت?|أضافت?|أكدت?|أوضحت?|أشارت?|ذكرت?|أعلنت?|تابعت?|لم|لا|لن)',
  'وی|او|این|آن|اما|همچنین|ولی|آیا|هیچ',
]
const OPENER_AR = new RegExp(`^(?:${OPENERS_AR.join('|')})(?![\\p{L}\\p{M}])`, 'u')

/** Whether a text begins with a word that opens sentences more often than it occurs in names. */
export function beginsWithOpener(next: string): boolean {
  const word = /^\p{L}+/u.exec(next)?.[0] ?? ''
  if (OPENERS.has(word)) return next.charAt(word.length) !== '.' || word.length > 1
  if (ELISION.test(next)) return true
  return OPENER_AR.test(next)
}
