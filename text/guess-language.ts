/** How many UTF-16 units from the beginning are looked at. */
const LOOKED_AT = 3_000
/** The fewest letters that a text must have. */
const FEWEST_LETTERS = 8

const FUNCTION_WORDS: Record<'Latn' | 'Arab' | 'Cyrl' | 'Deva', Record<string, string>> = {
  Latn: {
    en: 'the of and to in is are was were that for with on as by from it at this has have be its not said will',
    fr: 'le la les de des du et est dans que qui pour une un sur au aux avec par ont sont ce cette il elle pas plus',
    es: 'el la los las de del y en que es por para una un con se su al lo como más pero fue han son dijo',
    de: 'der die das und ist in den von zu mit auf für dem des ein eine nicht im sich wird hat sind auch bei',
    it: 'il lo la gli le di del della che e è in un una per con non sono ha dei delle nel alla si',
    pt: 'o a os as de do da dos das e em que é um uma para com não por no na mais foi são ao',
    nl: 'de het een en van in is dat op te voor met zijn niet aan die er werd door ook bij',
    tr: 've bir bu için ile da de olarak olan çok daha göre sonra kadar değil ise yeni dedi',
    id: 'yang dan di dari untuk dengan ini itu pada tidak dalam akan ke oleh adalah telah',
  },
  Arab: {
    ar: 'في من على أن إن إلى عن مع هذا هذه التي الذي بعد قبل كان كانت قال قالت لا ما لم وقد ثم أو هو هي بين كل',
    fa: 'در از که را به این با است و آن برای می شد شده کرد بود هم تا یک گفت نیست های',
    ur: 'کے کی میں ہے اور سے نے کو کا یہ ہیں پر نہیں تھا کہ کہا ایک بھی گیا',
  },
  Cyrl: {
    ru: 'и в на не что с по из как это для от был была были к за о он она сказал заявил',
    uk: 'і в на не що з до та як це для від був була за про він вона є у',
    kk: 'және мен бұл үшін деп бір да де екен болды',
  },
  Deva: { hi: 'के में है की और से का को ने पर हैं यह नहीं कि एक', mr: 'आहे आणि या ते च्या मध्ये' },
}

/** Letters that one language of a script has and its neighbours do not. */
const OWN_LETTERS: [string, RegExp][] = [
  ['ur', /[ٹڈڑںےہھ]/gu],
  ['ps', /[ښڼېڅځګۍ]/gu],
  ['ckb', /[ەۆێڵڕ]/gu],
  ['fa', /[پچژگکی]/gu],
  ['kk', /[әғқңұһ]/giu],
  ['uk', /[іїєґ]/giu],
  ['ru', /[ыэъё]/giu],
]
/** Only this share of letters that are a language's own decides for it, since names are quoted everywhere. */
const OWN_SHARE = 0.02

/** Scripts that one language alone has, as far as a newsroom meets them. */
const ONE_LANGUAGE: [string, RegExp][] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['zh', /\p{Script=Han}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['ka', /\p{Script=Georgian}/gu],
  ['hy', /\p{Script=Armenian}/gu],
  ['bn', /\p{Script=Bengali}/gu],
  ['ta', /\p{Script=Tamil}/gu],
]

const SCRIPTS = {
  Latn: /\p{Script=Latin}/gu,
  Arab: /\p{Script=Arabic}/gu,
  Cyrl: /\p{Script=Cyrillic}/gu,
  Deva: /\p{Script=Devanagari}/gu,
} as const

const countOf = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0

/** The language with the most function words among the words of a text; null when another has as many. */
function byWords(words: readonly string[], languages: Record<string, string>): string | null {
  const scores = Object.entries(languages)
    .map(([language, list]) => {
      const known = new Set(list.split(' '))
      return { language, hits: words.filter((word) => known.has(word)).length }
    })
    .sort((a, b) => b.hits - a.hits)
  const [first, second] = scores
  return first && first.hits > 0 && first.hits > (second?.hits ?? 0) ? first.language : null
}

/**
 * The language of a text, by its script, its letters and its most frequent words; null when they do not tell. It is
 * small enough for a form: files are read with a detector that knows more languages.
 */
export function guessLanguage(text: string): string | null {
  const sample = text.slice(0, LOOKED_AT).normalize('NFC')
  const letters = countOf(sample, /\p{L}/gu)
  if (letters < FEWEST_LETTERS) return null
  const alone = ONE_LANGUAGE.find(([language, pattern]) => {
    const share = countOf(sample, pattern) / letters
    // Japanese writes half of its words in the letters of Chinese.
    return share > (language === 'ja' ? 0.1 : 0.5)
  })
  if (alone) return alone[0]
  const script = (['Latn', 'Arab', 'Cyrl', 'Deva'] as const).find(
    (one) => countOf(sample, SCRIPTS[one]) > letters / 2,
  )
  if (!script) return null
  const own = OWN_LETTERS.find(([, pattern]) => countOf(sample, pattern) > letters * OWN_SHARE)
  if (own && script !== 'Latn') return own[0]
  const words = sample.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []
  const found = byWords(words, FUNCTION_WORDS[script])
  // Arabic writes its article and many function words together with the next word.
  const article = words.filter((word) => /^[وفبك]?ال\p{L}{2}/u.test(word)).length
  return found ?? (script === 'Arab' && article > 0 ? 'ar' : null)
}
