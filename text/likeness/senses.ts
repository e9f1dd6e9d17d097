import { foldSearchWord } from '../fold-word'
import { bareWord } from './terms'
import { stemOf } from './stem'
import type { Token } from './tokens'

/**
 * Words that say contrary things of one matter, in pairs of sides. A phrase is written with `_` between its words. A
 * word counts in all its endings, and not within a phrase. The table serves only to rank two versions of a statement: "went up" speaks for the
 * version that "grew", and against the one that "fell". What it lacks ranks as before.
 */
const PAIRS: readonly (readonly [string, string])[] = [
  [
    `more higher go_up goes_up went_up gone_up going_up is_up are_up was_up up_by rise rises rose risen grow grew grown increase soar surge jump climb double triple expensive dearer
     longer bigger larger highest most biggest largest raise expand gain worse_off
     أكثر أعلى أكبر أطول أغلى زاد زادت يزيد تزيد ازداد ازدادت ازدياد زيادة ارتفع ارتفعت ارتفاع يرتفع ترتفع صعد صعود قفز قفزت تضاعف
     تضاعفت تضاعف يتضاعف تتضاعف رفع رفعت يرفع ترفع طلع نما نمو توسع غلي غلاء`,
    `less fewer lower go_down goes_down went_down gone_down going_down is_down are_down was_down down_by fall falls fell fallen drop drops dropped decline shrink shrank shrunk decrease reduce cut
     halve cheap cheaper shorter smaller lowest least smallest sink sank plunge plummet slump ease
     أقل أدنى أصغر أقصر أرخص أخفض قل قلت يقل تقل انخفض انخفضت انخفاض ينخفض تنخفض تراجع تراجعت يتراجع تتراجع هبط هبطت هبوط نقص
     نقصت تقلص تقلصت خفض خفضت يخفض تخفيض نزل نزلت رخص قلص تدنى`,
  ],
  [
    `hire recruit employ take_on takes_on taking_on took_on create created
     وظف يوظف توظيف عين تعيين يعين استحداث استحدث`,
    `lay_off lays_off laid_off laying_off layoff shed sack fire axe cut dismiss eliminate let_go abolish redundancies
     سرح يسرح تسريح فصل يفصل طرد صرف استغنى يستغني ألغى إلغاء`,
  ],
  [
    `open reopen opened فتح فتحت يفتح افتتح افتتحت افتتاح مفتوح مفتوحة شغال`,
    `close closed shut closure sealed أغلق أغلقت يغلق إغلاق اغلاق مغلق مغلقة أقفل إقفال مقفل سكر مسكر قفل`,
  ],
  [
    `allow permit allowed legal lawful legalise legalize entitle may can authorise authorize
     سمح يسمح تسمح مسموح سماح أجاز يجيز مباح يحق مصرح مرخص رخص أباح`,
    `ban bans banned forbid forbids forbidden forbade prohibit illegal outlaw unlawful bar barred
     حظر حظرت يحظر محظور منع منعت يمنع ممنوع ممنوعة حرم يحرم`,
  ],
  [
    `win wins won winner victory فاز فازت يفوز فوز كسب كسبت انتصر انتصار`,
    `lose loses lost loser defeat خسر خسرت يخسر خسارة هزم هزيمة انهزم`,
  ],
  [
    `survive survived alive living unharmed نجا نجت ينجو حي أحياء سلم سالم`,
    `die dies died dead death kill killed killing مات ماتت يموت وفاة توفي توفيت قتل قتلت مقتل ميت`,
  ],
  [
    `begin begins began begun start starts started launch بدأ بدأت يبدأ انطلق انطلقت انطلاق بداية`,
    `end ends ended stop stops stopped halt cease finish انتهى انتهت ينتهي أنهى توقف توقفت أوقف وقف نهاية`,
  ],
  [
    `keep keeps kept retain retained stay stays stayed remain باق باقي بقي بقيت يبقى احتفظ احتفظت تمسك ظل`,
    `return returned give_back gives_back gave_back hand_back handed_back gave_her gave_his leave leaves left leaving
     quit departed lose أعاد أعادت رجعت رجع تخلى تخلت سلم سلمت غادر غادرت رحل راحل رايح تاركنا انتقل انتقال`,
  ],
  [
    `accept approve agree support back endorse favour favor وافق وافقت يوافق قبل قبلت أيد أيدت صالح لصالح دعم`,
    `oppose veto against decline قاوم عارض عارضت ضد ضدها ضده اعترض`,
  ],
  [
    `show shows showed shown reveal disclose publish admit أظهر كشف كشفت يكشف أعلن نشر عرض اعترف`,
    `hide hides hid hidden conceal cover_up covered_up painted_over bury secret أخفى أخفت يخفي إخفاء تستر ستر كتم`,
  ],
  [`buy buys bought purchase اشترى يشتري شراء`, `sell sells sold sale باع باعت يبيع بيع`],
  [`import imported استورد يستورد استيراد واردات`, `export exported صدر يصدر تصدير صادرات`],
  [`before prior earlier قبل`, `after following later بعد`],
  [`first أول أولى الأول`, `last final آخر الأخير أخيرة`],
  [`best better أفضل أحسن`, `worst worse أسوأ`],
  [`upper العليا علوي`, `lower السفلى سفلي`],
  [`north northern شمال شمالي`, `south southern جنوب جنوبي`],
  [`east eastern شرق شرقي`, `west western غرب غربي`],
  [`rich richer richest wealthy غني أغنى ثري`, `poor poorer poorest فقير أفقر`],
  [`fast faster fastest quick أسرع سريع`, `slow slower slowest أبطأ بطيء`],
  [`safe safely آمن آمنة سليم`, `dangerous unsafe toxic harmful poison خطر خطير سام ضار`],
  [`guilty convict convicted أدان أدين مدان`, `innocent acquit acquitted cleared برأ برئ بريء براءة`],
  [`join joined enter entered انضم دخل`, `exit withdraw withdrew withdrawn انسحب انسحاب خرج خروج`],
  [`men male man boys رجال ذكور رجل`, `women female woman girls نساء إناث امرأة`],
  [`old older oldest elderly قديم كبير`, `young younger youngest new شاب جديد`],
  [`hot hotter warm hottest حار أحر`, `cold colder coldest بارد أبرد`],
  [`true real genuine صحيح حقيقي`, `false fake hoax كاذب مزيف زائف`],
]

type Sided = { pair: number; side: 0 | 1 }

/** What spoken Arabic joins to the front of a verb in the present, and the ending of "she" in the past. */
const VERB_FRONT = /^[به](?=[يتن][\u0621-\u064a]{2})/
const SHE = /(?<=[\u0621-\u064a]{3})ت$/

const formOf = (folded: string) => stemOf(bareWord(folded).replace(VERB_FRONT, '')).replace(SHE, '')

/** The sides that each word or phrase is on, by its stems. */
const SIDES: ReadonlyMap<string, readonly Sided[]> = PAIRS.reduce((sides, words, pair) => {
  words.forEach((list, at) => {
    for (const phrase of list.trim().split(/\s+/)) {
      const key = phrase
        .split('_')
        .map((word) => formOf(foldSearchWord(word)))
        .join(' ')
      sides.set(key, [...(sides.get(key) ?? []), { pair, side: at === 0 ? 0 : 1 }])
    }
  })
  return sides
}, new Map<string, Sided[]>())

/** The sides that the words of a statement are on: for each pair, whether the first and whether the second is said. */
export type Senses = ReadonlyMap<number, readonly [boolean, boolean]>

export function sensesOf(tokens: readonly Token[]): Senses {
  const words = tokens.filter(({ kind }) => kind === 'word').map(({ folded }) => formOf(folded))
  const senses = new Map<number, [boolean, boolean]>()
  const take = (key: string) => {
    for (const { pair, side } of SIDES.get(key) ?? []) {
      const said = senses.get(pair) ?? [false, false]
      said[side] = true
      senses.set(pair, said)
    }
  }
  for (let at = 0; at < words.length; at++) {
    const phrase = `${words[at]} ${words[at + 1]}`
    take(SIDES.has(phrase) ? phrase : (words[at] ?? ''))
    if (SIDES.has(phrase)) at++
  }
  return senses
}

/** In how many pairs two statements are on contrary sides. One that is on both sides is on neither. */
export function contraries(a: Senses, b: Senses): number {
  let count = 0
  for (const [pair, [first, second]] of a) {
    const other = b.get(pair)
    if (other && first !== second && other[0] !== other[1] && first !== other[0]) count++
  }
  return count
}
