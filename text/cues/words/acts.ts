import type { Phrases } from './phrases'

/** Votes, laws, money, appointments and other acts that leave a record: forms that say they were done. */
export const ACTS: Phrases = {
  ar: `صوت/يصوت, وقع/يوقع, أقر/يقر, رفض/يرفض, عارض/يعارض, أيد/يؤيد, باع/, باعت, بعنا, بعتم, اشترى/, اشترينا, أغلق/, أقفل/, سرح/
    اقترض/, أنفق/, خفض/, رفع/, ألغى/, ألغينا, حل/, غرم/, عين/, أقال/, أقلنا, استقال/, وظف/, بنى/, بنينا, افتتح/, منع/, سرق/, كذب/
    أدان/, أدين/, سجن/, اعتقل/, أوقف/, مول/, دفع/, تلقى/, تقاضى/, وعد/, وعدت, تعهد/, سحب/, صادر/, فرض/, أعفى/, نقل/, أخفى/
    سرب/, تسرب/, دمر/, قتل/, أطلق/, أرسل/, انسحب/, قدم/, أسقط/, عطل/, امتنع عن التصويت, امتنع/, تغيب/, أهدر/, ورث/, ورثنا, أصدر/, أنقذ/
    أعاد/, سجل/, حقق/, أنشأ/, أسس/, أطاح/, حظر/, رخص/, أبرم/, رست, تنازل/, هدم/, شطب/, أحال/, أحيل/, خصخص/, أمم/, استورد/
    صدر/, نشر/, حذف/, طرد/, رحل/, قاضى/, أفرج/, استولى/, بدد/, خصص/, موقع على, ألغيت, أغلقت, فقدت, فقدوا, فقدنا, خسر/`,
  en: `voted, signed, vetoed, sponsored, co-sponsored, cosponsored, introduced, repealed, passed, blocked, filibustered
    supported, opposed, approved, rejected, backed, endorsed, banned, outlawed, legalised, legalized, abolished, eliminated
    created, opened, reopened, closed, shut down, sold, bought, spent, paid, wasted, borrowed, inherited, hired, fired
    laid off, sacked, appointed, resigned, sued, fined, convicted, indicted, arrested, jailed, deported, released, invaded
    bombed, withdrew, pulled out, deployed, negotiated, built, rebuilt, cancelled, canceled, suspended, halted, promised
    pledged, broke his, broke her, broke their, broke the law, leaked, deleted, refused, failed to, missed, skipped, funded
    financed, raised, lowered, slashed, froze, imposed, levied, stole, took away, gave away, handed over, awarded, donated
    accepted, lied, ran for, defeated, shipped, outsourced, replaced, covered up, dumped, discharged, poisoned
    balanced, overturned, struck down, upheld, ruled, killed the, killed his, killed her, moved, got rid of, did away with
    was against, were against, voting record, died, has not been, hasn’t been, had to resign, knew about
    was caught, got caught, is under investigation, took money, was sold, evicted, bankrupted, bailed out, privatised
    privatized, nationalised, nationalized, capped, gutted, defunded, armed, seized, confiscated, pardoned, recused`,
  fr: `a voté, ont voté, avez voté, avons voté, a signé, ont signé, a vendu, ont vendu, a fermé, ont fermé, a supprimé
    ont supprimé, a refusé, ont refusé, a promis, ont promis, a nommé, a financé, ont financé, a licencié, ont licencié
    a démissionné, a été condamné, a été condamnée, a abrogé, a payé, ont payé, a dépensé, ont dépensé, a construit
    avons construit, a menti, a caché, s’est opposé, s’est opposée, s’est abstenu, s’est abstenue, a bloqué, ont bloqué`,
  fa: `رأی داد, رأی دادند, رأی داده, امضا کرد, امضا کردند, فروخت, فروختند, تعطیل کرد, تعطیل کردند, اخراج کرد, اخراج کردند
    تصویب کرد, تصویب کردند, مخالفت کرد, مخالفت کردند, وعده داد, وعده دادند, منصوب کرد, برکنار کرد, استعفا داد, محکوم شد
    خرج کرد, خرج کردند, پنهان کرد, دروغ گفت, ساختیم, لغو کرد, لغو کردند`,
}

/** Claims about all cases or none: one example refutes them. */
export const TOTALITIES: Phrases = {
  ar: `لم … قط, ولا مرة, مرة واحدة, لا أحد, لا يوجد, لا توجد, جميع, كافة, أي … قط, واحدا, أبدا, حتى الآن, حتى اليوم`,
  en: `never, not a single, isn’t a single, not one, no one, nobody, every single, none of, no other, there is no
    there is still no, there’s no, there are no, always, all of, not yet`,
  fr: `jamais, pas un seul, pas une seule, aucun, aucune, il n’y a pas, toujours pas`,
  fa: `هرگز, هیچ, هیچ‌کس, حتی یک, هیچ‌گاه`,
}
