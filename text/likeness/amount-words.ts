import { foldSearchWord } from '../fold-word'

/**
 * Makes a table from rows of `name: words`; the desk shows each word under its name. A word that is missing here still
 * counts as a difference of words.
 */
const tableOf = (rows: Record<string, string>): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(rows).flatMap(([name, words]) =>
      words.split(' ').map((word): [string, string] => [foldSearchWord(word), name]),
    ),
  )

export const CURRENCIES = tableOf({
  $: '$ usd dollar dollars دولار دولارا دولاران دولارين دولارات دلار',
  '€': '€ eur euro euros يورو',
  '£': '£ gbp pound pounds sterling جنيه جنيها جنيهات',
  '¥': '¥ jpy yen ين',
  yuan: 'cny yuan renminbi يوان',
  '₽': '₽ ruble rubles rouble roubles روبل روبلات',
  '₹': '₹ inr rupee rupees روبية روبيات',
  '₸': '₸ kzt tenge تنغي',
  '₺': '₺ lira liras lire ليرة ليرات',
  '₪': '₪ ils shekel shekels شيكل شيقل',
  '₴': '₴ uah hryvnia هريفنيا',
  riyal: 'sar qar omr riyal riyals rial rials ريال ريالا ريالات ﷼',
  dinar: 'kwd jod bhd dinar dinars دينار دينارا دنانير',
  dirham: 'aed dirham dirhams درهم درهما دراهم',
  franc: 'chf franc francs فرنك فرنكا فرنكات',
  krone: 'krone kroner krona kronor كرونة',
  peso: 'peso pesos بيزو',
  '¢': '¢ cent cents سنت سنتا سنتات',
})

export const UNITS = tableOf({
  '%': '% ٪ percent pct',
  '‰': '‰ permille',
  '°': '° degree degrees درجة درجات',
  mm: 'mm millimetre millimetres millimeter millimeters ملم مليمتر',
  cm: 'cm centimetre centimetres centimeter centimeters سم سنتيمتر سنتيمترا سنتيمترات',
  m: 'm metre metres meter meters متر مترا أمتار',
  km: 'km kilometre kilometres kilometer kilometers كم كلم كيلومتر كيلومترا كيلومترات',
  mile: 'mile miles ميل ميلا أميال',
  foot: 'foot feet ft قدم قدما أقدام',
  inch: 'inch inches بوصة بوصات',
  µg: 'µg mcg microgram micrograms ميكروغرام',
  mg: 'mg milligram milligrams ملغ ملغم مليغرام مليغراما',
  g: 'g gram grams gramme grammes غرام غراما غرامات جرام',
  kg: 'kg kilo kilos kilogram kilograms كغ كغم كيلوغرام كيلوغراما كيلوغرامات كيلو',
  tonne: 't ton tons tonne tonnes طن طنا أطنان',
  ounce: 'oz ounce ounces أونصة أونصات',
  ml: 'ml millilitre millilitres milliliter milliliters مل ملل مليلتر',
  l: 'l litre litres liter liters لتر لترا لترات ليتر',
  barrel: 'barrel barrels bbl برميل برميلا براميل',
  second: 'second seconds ثانية ثوان ثواني',
  minute: 'minute minutes دقيقة دقائق',
  hour: 'hour hours ساعة ساعات',
  day: 'day days يوم يوما أيام',
  week: 'week weeks أسبوع أسبوعا أسابيع',
  month: 'month months شهر شهرا أشهر شهور',
  year: 'year years سنة سنوات سنين عام عاما أعوام',
  decade: 'decade decades عقد عقدا عقود',
  century: 'century centuries قرن قرنا قرون',
  hectare: 'ha hectare hectares هكتار هكتارا هكتارات',
  acre: 'acre acres فدان فدانا أفدنة',
  kW: 'kw kilowatt kilowatts كيلوواط',
  MW: 'mw megawatt megawatts ميغاواط ميغاوات',
  GW: 'gw gigawatt gigawatts غيغاواط غيغاوات',
  kWh: 'kwh كيلوواط/ساعة',
  mph: 'mph',
  times: 'times fold مرة مرات أضعاف',
})

/** Powers of ten. */
export const MAGNITUDES = tableOf({
  3: 'thousand thousands k ألف ألفا آلاف ألوف mille milliers هزار',
  6: 'million millions mn mln مليون مليونا ملايين ميليون',
  9: 'billion billions bn bln milliard milliards مليار مليارا مليارات بليون بلايين میلیارد',
  12: 'trillion trillions tn trn تريليون تريليونا تريليونات ترليون',
})
/** Words such as "millions", which name no figure unless one stands before them. */
export const MANY = new Set(
  'thousands millions billions trillions hundreds dozens آلاف ألوف ملايين مليارات بلايين تريليونات مئات مئآت عشرات'
    .split(' ')
    .map(foldSearchWord),
)

/** What number words add, by their value. */
export const ADDENDS = tableOf({
  0: 'zero صفر',
  2: 'two اثنان اثنين اثنتان اثنتين اثنا اثني اثنتا اثنتي',
  3: 'three ثلاث ثلاثة',
  4: 'four أربع أربعة',
  5: 'five خمس خمسة',
  6: 'six ست ستة',
  7: 'seven سبع سبعة',
  8: 'eight ثماني ثمانية ثمان',
  9: 'nine تسع تسعة',
  10: 'ten عشر عشرة',
  11: 'eleven',
  12: 'twelve',
  13: 'thirteen',
  14: 'fourteen',
  15: 'fifteen',
  16: 'sixteen',
  17: 'seventeen',
  18: 'eighteen',
  19: 'nineteen',
  20: 'twenty عشرون عشرين',
  30: 'thirty ثلاثون ثلاثين',
  40: 'forty أربعون أربعين',
  50: 'fifty خمسون خمسين',
  60: 'sixty ستون ستين',
  70: 'seventy سبعون سبعين',
  80: 'eighty ثمانون ثمانين',
  90: 'ninety تسعون تسعين',
  100: 'مئة مائة',
  200: 'مئتان مئتين مئتا مئتي مائتان مائتين مائتا مائتي',
  300: 'ثلاثمئة ثلاثمائة',
  400: 'أربعمئة أربعمائة',
  500: 'خمسمئة خمسمائة',
  600: 'ستمئة ستمائة',
  700: 'سبعمئة سبعمائة',
  800: 'ثمانمئة ثمانمائة ثمانيمئة',
  900: 'تسعمئة تسعمائة',
  2000: 'ألفان ألفين ألفي',
  2000000: 'مليونان مليونين مليوني',
  2000000000: 'ملياران مليارين ملياري',
})
export const HUNDREDS = new Set(['hundred', 'مئة', 'مائة'].map(foldSearchWord))
export const FRACTIONS = tableOf({
  '1/2': 'half نصف',
  '1/3': 'ثلث',
  '2/3': 'ثلثا ثلثي ثلثين',
  '1/4': 'quarter ربع',
})

/** Words before a figure that work like a sign. */
export const SIGN_WORDS = tableOf({
  '-': 'minus negative ناقص سالب',
  '+': 'plus زائد',
  '>': 'over above exceeding فوق',
  '<': 'under below تحت دون',
  '≈': 'about around roughly nearly almost approximately some نحو حوالي قرابة زهاء',
})
/** Two words before a figure, joined by a bar. */
export const SIGN_PHRASES: ReadonlyMap<string, string> = new Map([
  ['more|than', '>'],
  ['less|than', '<'],
  ['fewer|than', '<'],
  [`${foldSearchWord('أكثر')}|من`, '>'],
  [`${foldSearchWord('أقل')}|من`, '<'],
])
export const SIGNS: ReadonlyMap<string, string> = new Map([
  ...(['-', '\u2010', '\u2011', '\u2012', '–', '−'] as const).map((dash): [string, string] => [dash, '-']),
  ...[...'+±<>≤≥'].map((sign): [string, string] => [sign, sign]),
  ...[...'~≈'].map((sign): [string, string] => [sign, '≈']),
])
