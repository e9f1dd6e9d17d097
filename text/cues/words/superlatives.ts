import type { Phrases } from './phrases'

/** Words for first, last and only that are superlative wherever they stand. */
export const SUPERLATIVES: Phrases = {
  ar: `الوحيد, الوحيدة, الوحيدين, الوحيدون, الأولى من نوعها, الأول من نوعه, هو الأول, هي الأولى, لأول مرة, للمرة الأولى
    غير مسبوق, غير مسبوقة, قياسي, قياسية, قياسيا, لم يسبق, على الإطلاق, لا مثيل له, لا مثيل لها, أول من, المرة الأولى
    الأكبر, الأصغر, الأكثر, الأعلى, الأدنى, الأقدم, الأحدث, الأطول, الأقصر, الأسرع, الأبطأ, الأغنى, الأفقر, الأقوى
    الأضعف, الأوسع, الأعمق, الأشد, الأسوأ, الأقل, الأثقل, الأغلى, الأرخص, الأبرد, الأضخم, الأكفأ, الأعنف
    أعلاها, أدناها, أكبرها, أكثرها, أقدمها, أولها, أطولها`,
  en: `the first, world’s first, for the first time, first time, first ever, first-ever, was first, became first
    the only, its only, the sole, its sole, the largest, largest, biggest, smallest, highest, lowest, oldest, youngest
    longest, shortest, fastest, slowest, richest, poorest, deepest, tallest, heaviest, lightest, busiest, deadliest
    hottest, coldest, warmest, wettest, driest, strongest, weakest, worst, earliest, newest, widest, narrowest, bloodiest
    costliest, cheapest, northernmost, southernmost, easternmost, westernmost, steepest, sharpest, densest, hardest-hit
    unprecedented, record high, record low, all-time, a record, record-breaking, set a record, unique in, never before
    fewest, the least, the most, world’s most, country’s most, region’s most, its most, first of its kind, second to none
    the last remaining, first woman, first man, a first, topped the, first to`,
  fr: `le premier, la première, les premiers, les premières, pour la première fois, premier pays, le seul, la seule
    les seuls, les seules, l’unique, record, sans précédent, inédit, inédite, jamais vu, le plus, la plus, les plus
    le moins, la moins, les moins, un record, son plus, sa plus, leur plus, la pire, le pire, plus grand du monde
    plus grande du monde, plus haut niveau, son premier, sa première, une première`,
  fa: `نخستین, اولین, تنها کشور, تنها کشوری, تنها شهر, تنها زن, تنها نماینده, تنها عضو, یگانه, بی‌سابقه, بی سابقه
    رکورد, برای اولین بار, برای نخستین بار, آخرین, بیشترین, کمترین, ترین`,
}

/**
 * Superlative unless the following words make a comparison. In Arabic these are elatives; in English and French,
 * words that an ordinal may precede.
 */
export const ELATIVES: Phrases = {
  ar: `أول, أولى, أولى هذه, آخر دولة, آخر من, أكبر, أصغر, أكثر, أقل, أعلى, أدنى, أقدم, أحدث, أطول, أقصر, أسرع, أبطأ
    أغنى, أفقر, أقوى, أضعف, أوسع, أعمق, أشد, أسوأ, أضخم, أثقل, أغلى, أرخص, أبرد, أعنف, أغزر, أكثف, أوائل`,
  en: `most, least`,
  fr: `plus, moins`,
}

export const ORDINALS: Phrases = {
  ar: `ثاني, ثانية, الثانية, الثاني, ثالث, الثالث, الثالثة, رابع, الرابع, الرابعة, خامس, الخامس, الخامسة, سادس, السادس
    السادسة, سابع, السابع, السابعة, ثامن, الثامن, الثامنة, تاسع, التاسع, التاسعة, عاشر, العاشر, العاشرة, الحادي عشر
    الثاني عشر, الثالث عشر, الرابع عشر, الخامس عشر, السادس عشر, السابع عشر, الثامن عشر, التاسع عشر, العشرين, العشرون
    الحادي والعشرين, الحادي والعشرون, الأولى, الأول, الأخيرة, الماضي`,
  en: `first, second, third, fourth, fifth, sixth, seventh, eighth, ninth, tenth, eleventh, twelfth, thirteenth
    fourteenth, fifteenth, sixteenth, seventeenth, eighteenth, nineteenth, twentieth, twenty-first, last`,
  fr: `premier, première, deuxième, second, seconde, troisième, quatrième, cinquième, sixième, septième, huitième
    neuvième, dixième, onzième, douzième, treizième, quatorzième, quinzième, seizième, dix-septième, dix-huitième
    dix-neuvième, vingtième, vingt-et-unième, vingt et unième, dernier, dernière`,
  fa: `اول, یکم, دوم, سوم, چهارم, پنجم, ششم, هفتم, هشتم, نهم, دهم, یازدهم, دوازدهم, سیزدهم, چهاردهم, پانزدهم, شانزدهم
    هفدهم, هجدهم, نوزدهم, بیستم, بیست و یکم, نخست`,
}

/** Positions in a ranking: superlative before an ordinal or a number. */
export const RANKS: Phrases = {
  ar: `المرتبة, مرتبة, المركز, الرتبة, الترتيب`,
  en: `ranked, ranks, rank, ranking, placed, finished, came, ranked number, came in`,
  fr: `au rang, rang, place, se classe, classé, classée, position`,
  fa: `رتبه, جایگاه, مقام, رده`,
}

/** Words that look superlative but rank nothing. */
export const NOT_SUPERLATIVES: Phrases = {
  ar: `أول أمس, أول من أمس, السيدة الأولى, الدرجة الأولى, الوزير الأول, النائب الأول, العالمية الأولى, أول الأمر
    النصف الأول, الربع الأول, الشوط الأول, الطابق الأول, على الأقل, على الأكثر, على أقل تقدير, أكثر فأكثر, أول مرة أرى
    بأقصى, الشرق الأدنى, الأمين الأول, الأول من أمس, الحد الأدنى, الحد الأقصى
    السؤال الأول, اليوم الأول, الجزء الأول, أول ما, آخر ما, إلى الأعلى, إلى الأدنى, الأولى بنا, الصف الأول`,
  en: `at first, first of all, first lady, first world war, first minister, first name, first aid, first half
    first quarter, first secretary, the first place, in the first place, at least, at most, at the least, most of
    for the most part, first floor, first step, first glance, at its most, first thing, the most part, last but not least
    first and foremost, not least, not in the least, the first half, the first quarter, the most important
    the most beautiful, the only way, the only thing, the first step, the last thing, most important, most beautiful
    the worst is, the first question, the first to say, the first to admit, the first day, the only question, most people
    first time writing, the first thing, worst of all, got a record, have a record, has a record, a record of, the least that, the last to`,
  fr: `premier ministre, première ministre, le premier ministre, la première ministre, première dame, la première dame
    le premier janvier, premier trimestre, premier semestre, le premier trimestre, le premier semestre, le plus souvent
    le plus tôt, au plus tôt, au moins, au plus, de plus en plus, le plus important, le plus beau, la plus belle
    le plus possible, du moins, tout au moins, le plus vite, première guerre mondiale, la première guerre mondiale
    les plus brefs délais, ne plus, tout le moins`,
  fa: `نخست وزیر, نخست‌وزیر, جنگ جهانی اول, مهم‌ترین, مهمترین, بهترین, زیباترین, آخرین بار, نیمه اول`,
}
