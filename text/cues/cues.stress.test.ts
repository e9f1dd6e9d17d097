import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cpuTimeOf, QUICK_MS } from '@/tests/cpu'
import { runs } from '@/tests/properties'
import { longInputs } from '@/tests/cases/load'
import { newsText } from '@/tests/cases/news-text'
import { isBoundary } from '../grapheme'
import { CUE_KINDS, CUE_LANGUAGES, type CueKind, cueLanguage } from './cue'
import { cuesOf } from './cues'

const found = (text: string, language: string, kind: CueKind) =>
  cuesOf(text, language)
    .filter((cue) => cue.kind === kind)
    .map(({ start, end }) => text.slice(start, end))

type Example = [language: string, text: string, expected: string[]]

function examples(kind: CueKind, written: Example[]) {
  test.each(written)(`${kind} in %s: %s`, (language, text, expected) => {
    expect(found(text, language, kind)).toEqual(expected)
  })
}

describe('numbers', () => {
  examples('number', [
    ['ar', 'قُتل ٢٥ جنديًا', ['٢٥']],
    ['ar', 'بلغ العدد ١٬٢٥٠٬٠٠٠ نسمة', ['١٬٢٥٠٬٠٠٠']],
    ['ar', 'بنسبة ٣٫٥٪ من الناتج', ['٣٫٥٪']],
    ['ar', 'نحو 80 في المئة من الموارد', ['80 في المئة']],
    ['ar', 'حضر خمسة عشر وزيرًا', ['خمسة عشر']],
    ['ar', 'وبخمسة ملايين دولار', ['وبخمسة ملايين دولار']],
    ['ar', 'مئة وخمسون ألف نازح', ['مئة وخمسون ألف']],
    ['ar', 'نزح مليونان', ['مليونان']],
    ['ar', 'جاء المئات ورحل ثلث السكان ونصف الأطفال', ['المئات', 'ثلث', 'ونصف']],
    ['ar', 'أي ضعف عدد العام الماضي', ['ضعف عدد']],
    ['ar', 'وصل وفد من الـ20', ['الـ20']],
    ['ar', 'جائحة كوفيد-19', []],
    ['ar', 'ضعف الإقبال على الانتخابات', []],
    ['ar', 'اجتمعوا يوم الاثنين', []],
    ['fa', '۱۵ درصد از مردم', ['۱۵ درصد']],
    ['fa', 'بیست و پنج هزار نفر', ['بیست و پنج هزار']],
    ['fa', 'دو سوم نمایندگان', ['دو سوم']],
    ['fa', 'یک روز سرد', []],
    ['en', 'It cost $1.5bn and 300 lives', ['$1.5bn', '300']],
    ['en', 'about 90 per cent of it', ['90 per cent']],
    ['en', 'twenty-five thousand people', ['twenty-five thousand']],
    ['en', 'a third of voters, two thirds of women', ['a third', 'two thirds']],
    ['en', 'one million refugees', ['one million']],
    ['en', 'one of the leaders of the G20 had COVID-19', []],
    ['en', 'a 3–0 win at -12 °C', ['3', '0', '-12']],
    ['fr', '12 000 personnes et 3,5 % du budget', ['12 000', '3,5 %']],
    ['fr', 'une centaine de millions d’euros', ['une centaine', 'millions d’euros']],
    ['fr', 'vingt et un députés', ['vingt et un']],
    ['fr', 'un jour, une ville', []],
    ['sw', 'Watu 1,500 walifika', ['1,500']],
  ])
})

describe('dates', () => {
  examples('date', [
    ['ar', 'في 29 أغسطس 2017 وفي عام ١٩٩١', ['29 أغسطس 2017', 'عام ١٩٩١']],
    ['ar', 'في كانون الثاني/يناير 2020', ['كانون الثاني/يناير 2020']],
    ['ar', 'منذ جانفي وحتى تشرين الأول', ['جانفي', 'تشرين الأول']],
    ['ar', '12 ربيع الأول 1445 هـ', ['12 ربيع الأول 1445 هـ']],
    ['ar', 'سنة 1445هـ و1444 ه‍', ['سنة 1445هـ', '1444 ه‍']],
    ['ar', 'من 3 محرم إلى 9 ذي الحجة', ['3 محرم', '9 ذي الحجة']],
    ['ar', 'في القرن التاسع عشر ثم التسعينيات', ['القرن التاسع عشر', 'التسعينيات']],
    ['ar', 'مارس الضغط على أب محرم', []],
    ['ar', 'شارك 1950 شخصًا يوم الخميس أمس', []],
    ['ar', 'يوم 2017/6/28', ['2017/6/28']],
    ['fa', '۱۵ خرداد ۱۴۰۲ و سال ۱۳۹۸', ['۱۵ خرداد ۱۴۰۲', 'سال ۱۳۹۸']],
    ['fa', 'در مهر ماه و ژانویهٔ ۲۰۲۰', ['مهر', 'ژانویهٔ ۲۰۲۰']],
    ['fa', 'قرن نوزدهم میلادی', ['قرن نوزدهم']],
    ['en', 'on 29 August 2017, August 30, 2018 and in 1991', ['29 August 2017', 'August 30, 2018', '1991']],
    ['en', 'the 1990s, the 19th century, 2017–18', ['1990s', '19th century', '2017–18']],
    ['en', 'It may march on, in May', ['May']],
    ['en', 'more than 2000 people, 2017-06-28', ['2017-06-28']],
    ['fr', 'le 1er janvier 2020, en mars, au XIXe siècle', ['1er janvier 2020', 'mars', 'XIXe siècle']],
    ['fr', 'les années 1990', ['années 1990']],
    ['tr', '2017 yılında', ['2017']],
  ])
})

describe('superlatives', () => {
  examples('superlative', [
    ['ar', 'رابع أكبر ترسانة نووية', ['رابع أكبر']],
    ['ar', 'كانت أول دولة وأكبر مدينة', ['أول', 'وأكبر']],
    ['ar', 'البلد الوحيد والأقدم والأعلى', ['الوحيد', 'والأقدم', 'والأعلى']],
    ['ar', 'للمرة الأولى في المرتبة الثالثة', ['للمرة الأولى', 'المرتبة الثالثة']],
    ['ar', 'أكثر من 700 وأكبر من غيرها', []],
    ['ar', 'أكثر تعقيدًا من قبل، تقرير أولي، أول أمس', []],
    ['ar', 'السيدة الأولى على الأقل في كانون الأول', []],
    ['fa', 'نخستین زن و بزرگ‌ترین و بلند ترین برج', ['نخستین', 'بزرگ‌ترین', 'بلند ترین']],
    ['fa', 'نخست وزیر', []],
    ['en', 'the fourth-largest lake and the first woman', ['fourth-largest', 'the first']],
    ['en', 'the third most populous state', ['third most populous']],
    ['en', 'the only country, the oldest mosque', ['the only', 'oldest']],
    ['en', 'at first, at least, most of the first lady', []],
    ['fr', 'la première femme, le troisième plus grand lac', ['la première', 'troisième plus grand']],
    ['fr', 'le seul pays', ['le seul']],
    ['fr', 'le Premier ministre, au moins, de plus en plus', []],
  ])
})

describe('names', () => {
  examples('name', [
    ['ar', 'وللأمم المتحدة والبنك المركزي', ['وللأمم المتحدة', 'والبنك المركزي']],
    ['ar', 'قالت وزارة الصحة العالمية', ['وزارة الصحة العالمية']],
    ['ar', 'مركز الأمم المتحدة الإقليمي للدبلوماسية في المدينة', ['مركز الأمم المتحدة الإقليمي للدبلوماسية']],
    ['ar', 'التقى رئيس الوزراء ووزير الخارجية', ['رئيس الوزراء', 'ووزير الخارجية']],
    ['ar', 'من كازاخستان وعشق آباد', ['كازاخستان', 'وعشق آباد']],
    ['ar', 'منظمة التعاون (OIC)', ['منظمة التعاون', 'OIC']],
    ['fa', 'سازمان ملل متحد و وزیر بهداشت', ['سازمان ملل متحد', 'وزیر بهداشت']],
    ['fa', 'رئیس‌جمهور ایران', ['رئیس‌جمهور ایران']],
    ['en', 'The ministry of health and the central bank', ['ministry of health', 'central bank']],
    ['en', 'Leaders of the Shanghai Cooperation Organisation met', ['Shanghai Cooperation Organisation']],
    ['en', 'The talks ended. Nobody spoke. Mr. Smith left.', ['Smith']],
    ['en', 'He is the governor. That is all, Minister Hale.', ['governor', 'Minister Hale']],
    ['en', 'United Nations envoys and NATO', ['United Nations', 'NATO']],
    ['fr', 'Le ministère de la Santé et le président', ['ministère de la Santé', 'président']],
    ['fr', 'Il vit à Paris avec Jean de la Fontaine', ['Paris', 'Jean de la Fontaine']],
    ['tr', 'Başkan dün Ankara Üniversitesi önünde', ['Ankara Üniversitesi']],
  ])
})

describe('attributions', () => {
  examples('attribution', [
    ['ar', 'وقال وأكّدت وأعلنوا ويوضح', ['وقال', 'وأكّدت', 'وأعلنوا', 'ويوضح']],
    ['ar', 'وفقًا للتقرير وبحسب شهود نقلاً عن صحيفة', ['وفقًا', 'وبحسب', 'نقلاً عن']],
    ['ar', 'القيل والقال في المقال', []],
    ['fa', 'به گفته او، وزیر اعلام کرد', ['به گفته', 'اعلام کرد']],
    ['en', 'He said, according to aides, that they announced it', ['said', 'according to', 'announced']],
    ['en', 'It is as he thinks', []],
    ['fr', 'Selon lui, elle a déclaré d’après des sources', ['Selon', 'a déclaré', 'd’après']],
  ])
})

describe('quotations', () => {
  examples('quotation', [
    ['ar', 'قال «لن نعود أبدًا» ثم مضى', ['«لن نعود أبدًا»']],
    [
      'en',
      'He said “never again” and "not ever" and ‘no more of it’',
      ['“never again”', '"not ever"', '‘no more of it’'],
    ],
    ['en', 'It’s John’s “word”', []],
    ['en', '"one line\nother line"', []],
    ['fr', '« Nous ne céderons pas »', ['« Nous ne céderons pas »']],
    ['de', 'Er sagte: „Nie wieder“.', ['„Nie wieder“']],
    ['ar', 'قال »لن نعود أبدًا« ثم قال »مضى الوقت«', ['»لن نعود أبدًا«', '»مضى الوقت«']],
    ['de', 'Er sagte: »Nie wieder«, sie: »Immer wieder«.', ['»Nie wieder«', '»Immer wieder«']],
    ['sv', 'Hon sade: ”Aldrig mer” och gick.', ['”Aldrig mer”']],
    ['fr', '«La règle «du jeu» change»', ['«La règle «du jeu» change»', '«du jeu»']],
    ['en', 'A 12" pipe and a "very long" one', ['"very long"']],
    [
      'en',
      '“It is ‘not so bad’, don’t worry,” he said',
      ['“It is ‘not so bad’, don’t worry,”', '‘not so bad’'],
    ],
    ['en', 'One “mark alone, and (words in brackets)', []],
    ['ja', '社長は「はい、そうです」と述べた', ['「はい、そうです」']],
  ])
})

describe('comparisons', () => {
  examples('comparison', [
    ['ar', 'أكثر من 700 وأقلّ من 50 مقارنةً بعام', ['أكثر من', 'وأقلّ من', 'مقارنةً']],
    ['ar', 'ارتفعت الأسعار وانخفض الدخل وتضاعفت الديون', ['ارتفعت', 'وانخفض', 'وتضاعفت']],
    ['fa', 'بیش از صد نفر، افزایش قیمت', ['بیش از', 'افزایش']],
    [
      'en',
      'more than ten, prices rose, doubled compared with May',
      ['more than', 'rose', 'doubled', 'compared with'],
    ],
    ['en', 'more money than sense', ['more money than']],
    ['en', 'It has gone up, as well as the rent', ['gone up']],
    ['ar', 'أكثر من مجرد رقم، وأكثر مما دفعوا', ['وأكثر مما']],
    ['fr', 'plus de dix, en hausse par rapport à 2020', ['plus de', 'hausse', 'par rapport']],
  ])
})

describe('acts', () => {
  examples('act', [
    ['en', 'She voted against it and later signed the treaty', ['voted', 'signed']],
    ['en', 'It will be signed and should be opposed', []],
    ['en', 'I was raised by two aunts', []],
    ['ar', 'صوّت ضد القانون وأغلقت المدارس وبعنا السفن', ['صوّت', 'وأغلقت', 'وبعنا']],
    ['ar', 'إنها حكمة قديمة', []],
    ['fa', 'به قانون رأی داد', ['رأی داد']],
    ['fr', 'Elle a voté la loi', ['a voté']],
  ])
})

describe('what goes round', () => {
  examples('attribution', [
    ['en', 'Somebody told me it was cancelled, apparently', ['told', 'apparently']],
    ['en', 'Let me say, I said, what you said', []],
    ['ar', 'هل صحيح أن الجسر أغلق', ['هل صحيح أن']],
    ['ar', 'سمعت أن القطار توقف', ['سمعت أن']],
    ['fr', 'Il paraît que le pont ferme', ['Il paraît que']],
  ])
})

describe('causes', () => {
  examples('cause', [
    ['ar', 'بسبب الحرب ونتيجة الجفاف لأنّ المطر قليل', ['بسبب', 'ونتيجة', 'لأنّ']],
    ['ar', 'وأدّت الأزمة المالية إلى الإفلاس', ['وأدّت الأزمة المالية إلى']],
    ['ar', 'أدى اليمين أمام الملك', []],
    ['fa', 'به دلیل جنگ و بر اثر سیل', ['به دلیل', 'بر اثر']],
    ['en', 'because of rain, due to war, which led to loss', ['because of', 'due to', 'led to']],
    ['fr', 'en raison de la guerre, à cause du froid', ['en raison', 'à cause']],
  ])
})

test.each([
  ['ar-EG', 'ar'],
  ['ARZ', 'ar'],
  ['fr_CA', 'fr'],
  ['fa-AF', 'fa'],
  ['en', 'en'],
  ['eng', null],
  ['arc', null],
  ['', null],
])('the word lists of %j are those of %s', (tag, language) => expect(cueLanguage(tag)).toBe(language))

test('vowel marks, tatweel, direction marks and another language’s keyboard hide nothing', () => {
  expect(found('وَقَــالَ الرئيسُ', 'ar', 'attribution')).toEqual(['وَقَــالَ'])
  expect(found('\u200fبلغت \u202a٢٥\u202c', 'ar', 'number')).toEqual(['٢٥'])
  expect(found('سازمان ملل متحد', 'fa', 'name')).toEqual(
    found('سازمان ملل متحد'.replaceAll('ا', 'ا'), 'fa', 'name'),
  )
  expect(found('ﻗﺎﻝ الرجل', 'ar', 'attribution')).toEqual(['ﻗﺎﻝ'])
})

describe('any text', () => {
  const anyText = fc.oneof(
    newsText,
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc
      .array(
        fc.constantFrom(
          ...'قال وفي ,أكثر من ,٢٠١٧ ,29 ,- ,/, «,» ,“,” ,’,May ,The ,UN ,of ,19th ,century ,1er ,mars ,million ,و,بـ,%,$,\n,. ,م ,هـ ,عام ,أول ,the first ,درصد ,ترین ,\u064e,\u0301,\u200d,\u0640,🇸🇩'.split(
            ',',
          ),
        ),
        { maxLength: 30 },
      )
      .map((parts) => parts.join('')),
  )
  const anyLanguage = fc.constantFrom(...CUE_LANGUAGES, 'tr', 'und', '')

  test('has its cues in order, in range, over whole letters, without surrounding white space', () => {
    fc.assert(
      fc.property(anyText, anyLanguage, (text, language) => {
        let before = 0
        for (const { kind, start, end } of cuesOf(text, language)) {
          expect(CUE_KINDS).toContain(kind)
          expect(start).toBeGreaterThanOrEqual(before)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          expect([isBoundary(text, start), isBoundary(text, end)]).toEqual([true, true])
          before = start
        }
      }),
      { numRuns: runs(3000) },
    )
  })

  test.each([
    ['29 $29 ', ['29', '$29']],
    ['29$29', ['29$', '29']],
    ['5 % 6 %', ['5 %', '6 %']],
    ['10 € 20 €', ['10 €', '20 €']],
  ])('a sign between the figures of %j belongs to one of them', (text, wanted) => {
    const numbers = cuesOf(text, 'ar').filter((one) => one.kind === 'number')
    expect(numbers.map((one) => text.slice(one.start, one.end))).toEqual(wanted)
  })

  test('dates that share words become one', () => {
    const dates = cuesOf('century 1er May ', 'en').filter((one) => one.kind === 'date')
    expect(dates.map((one) => [one.start, one.end])).toEqual([[0, 15]])
  })

  test('cues of one kind do not overlap, except quotations within quotations', () => {
    fc.assert(
      fc.property(anyText, anyLanguage, (text, language) => {
        for (const kind of CUE_KINDS.filter((one) => one !== 'quotation')) {
          let before = 0
          for (const cue of cuesOf(text, language).filter((one) => one.kind === kind)) {
            expect(cue.start).toBeGreaterThanOrEqual(before)
            before = cue.end
          }
        }
      }),
      { numRuns: runs(1000) },
    )
  })
})

describe('long texts take time in proportion', () => {
  // Quadratic time would take minutes of the processor for this many units.
  const UNITS = 250_000
  test.each([
    ['one word', 'a'],
    ['quotation marks', '"a b '],
    ['one quotation', '"'.padEnd(UNITS, 'a') + '"'],
    ['figures', '1 '],
    ['figures and hyphens', '2017-'],
    ['phrases with a gap', 'أدى '],
    ['particles and figures', 'و1'],
    ['capitals', 'Of The '],
    ['marks', '\u064e\u0301\u094d'],
  ])('%s', (_name, unit) => {
    const text = unit.length > UNITS ? unit : unit.repeat(UNITS / unit.length)
    const spent = cpuTimeOf(() => ['ar', 'en'].forEach((language) => cuesOf(text, language)))
    expect(spent).toBeLessThan(QUICK_MS)
  })

  test.each(longInputs())('also $name', ({ text }) => {
    expect(cpuTimeOf(() => cuesOf(text, 'ar'))).toBeLessThan(QUICK_MS)
  })
})
