import type { Phrases } from './phrases'

/** Month names with hardly any other meaning. */
export const MONTHS: Phrases = {
  ar: `يناير, فبراير, شباط, أبريل, إبريل, نيسان, أيار, مايو, حزيران, يونيو, يونيه, تموز, يوليو, يوليه, أغسطس, أيلول
    سبتمبر, تشرين الأول, تشرين الثاني, تشرين أول, تشرين ثاني, أكتوبر, نوفمبر, كانون الأول, كانون الثاني, كانون أول
    كانون ثاني, ديسمبر, آذار, جانفي, فيفري, أفريل, جويلية, غشت, شتنبر, نونبر, دجنبر, يوليوز
    ربيع الأول, ربيع الآخر, ربيع الثاني, ربيع أول, ربيع ثان, جمادى الأولى, جمادى الآخرة, جمادى الثانية, جمادى الأول
    جمادى الآخر, ذو القعدة, ذي القعدة, ذو الحجة, ذي الحجة, ذا الحجة, ذا القعدة, شوال`,
  en: `january, february, april, june, july, september, october, november, december`,
  fr: `janvier, février, avril, juillet, septembre, octobre, novembre, décembre, juin, août`,
  fa: `ژانویه, فوریه, آوریل, ژوئن, ژوئیه, جولای, اوت, آگوست, سپتامبر, اکتبر, نوامبر, دسامبر, فروردین, اردیبهشت, خرداد
    مرداد, امرداد, شهریور, اسفند, محرم, ربیع‌الاول, ربیع الاول, ربیع‌الثانی, ربیع الثانی, جمادی‌الاول, جمادی الاول
    جمادی‌الثانی, جمادی الثانی, ذی‌القعده, ذی القعده, ذیقعده, ذی‌الحجه, ذی الحجه, ذیحجه, شوال`,
}

/** Month names with other meanings: they count next to a figure or after a word that announces a date. */
export const WEAK_MONTHS: Phrases = {
  ar: `مارس, آب, محرم, صفر, رجب, شعبان, رمضان, أوت, ماي, جوان`,
  en: `march, may, august, jan, feb, mar, apr, jun, jul, aug, sep, sept, oct, nov, dec, muharram, ramadan, shawwal`,
  fr: `mars, mai, ramadan`,
  fa: `مه, می, مارس, تیر, مهر, آبان, آذر, دی, بهمن, صفر, رجب, شعبان, رمضان`,
}

/** A figure after one of these words is a year. */
export const YEAR_WORDS: Phrases = {
  ar: `عام, سنة, العام, السنة, عامي, سنتي, أعوام, سنوات, موسم, لعام, عام الـ`,
  en: `year, the year, years, season`,
  fr: `année, an, années, l’an, l’année, saison`,
  fa: `سال, سال‌های, سالهای, سال های`,
}

/** After one of these words, a possible year or an ambiguous month name is a date. */
export const DATE_PLACES: Phrases = {
  ar: `في, منذ, حتى, قبل, بعد, خلال, بحلول, نهاية, بداية, مطلع, أواخر, أوائل, منتصف, شهر, من, إلى, بين, انتخابات, حرب, ثورة
    دستور, قانون, اتفاقية, اتفاق, معاهدة, قمة, زلزال, شهري`,
  en: `in, since, by, until, before, after, from, to, between, during, late, early, mid, of, end of, beginning of
    through, till, last, next, this, spring, summer, autumn, winter, fall, back in, for, and, election, war`,
  fr: `en, depuis, dès, avant, après, de, à, entre, jusqu’en, fin, début, mi, courant, été, hiver, printemps, automne, et
    mois de, d’ici, vers`,
  fa: `در, از, تا, پیش از, پس از, تا پایان, اواخر, اوایل, اواسط, ماه, انقلاب, جنگ, و, انتخابات, قانون`,
}

/** Words after a figure that name its calendar. */
export const ERAS: Phrases = {
  ar: `هـ, ه, هجرية, هجري, للهجرة, م, ميلادية, ميلادي, للميلاد, ق م, قبل الميلاد, بعد الميلاد`,
  en: `ad, bc, bce, ce, ah`,
  fr: `av j c, ap j c, avant j c, apr j c, de l’hégire, avant notre ère, de notre ère`,
  fa: `ه ش, هجری, هجری شمسی, هجری قمری, شمسی, خورشیدی, قمری, میلادی, ق م, پیش از میلاد, ه ق`,
}

export const DECADES: Phrases = {
  ar: `عشرينيات القرن, ثلاثينيات القرن, العشرينيات, العشرينات, الثلاثينيات, الثلاثينات, الأربعينيات, الأربعينات
    الخمسينيات, الخمسينات, الستينيات, الستينات, السبعينيات, السبعينات, الثمانينيات, الثمانينات, التسعينيات, التسعينات
    أربعينيات القرن, خمسينيات القرن, ستينيات القرن, سبعينيات القرن, ثمانينيات القرن, تسعينيات القرن, تسعينات القرن
    ثمانينات القرن, سبعينات القرن, ستينات القرن, خمسينات القرن`,
  en: `the twenties, the thirties, the forties, the fifties, the sixties, the seventies, the eighties, the nineties`,
  fr: `années vingt, années trente, années quarante, années cinquante, années soixante, années soixante-dix
    années quatre-vingt, années quatre-vingts, années quatre-vingt-dix`,
  fa: `دهه بیست, دهه سی, دهه چهل, دهه پنجاه, دهه شصت, دهه هفتاد, دهه هشتاد, دهه نود`,
}

/** Words that make a date with an ordinal. */
export const CENTURIES: Phrases = {
  ar: `القرن, قرن, الألفية`,
  en: `century, centuries, millennium`,
  fr: `siècle, siècles, millénaire`,
  fa: `قرن, سده, هزاره, دهه`,
}
