import type { Phrases } from './phrases'

/** Comparisons of one thing with another, or with its own past. */
export const COMPARISONS: Phrases = {
  ar: `أكثر من, أقل من, أكبر من, أصغر من, أعلى من, أدنى من, أطول من, أسرع من, أقوى من, أغنى من, أقدم من, أفضل من, أسوأ من
    أكثر … من, أقل … من, أكثر … مما, أقل … مما, أكثر مما, أقل مما, أكبر مما, أعلى مما, مقارنة, بالمقارنة, قياسا, مقابل, غالبية, الغالبية, أغلبية, الأغلبية, معظم, أغلب, على عكس, خلافا
    ارتفع/يرتفع, انخفض/ينخفض, تضاعف/يتضاعف, زاد/يزيد, زادت, ازداد/يزداد, تراجع/يتراجع, هبط/يهبط, قفز/يقفز, نما/ينمو, نمت
    تقلص/يتقلص, تفوق/يتفوق, تجاوز/يتجاوز, انكمش/ينكمش, فاق/يفوق, صعد/يصعد, تخطى/يتخطى, تدنى/يتدنى, تدهور/يتدهور
    تحسن/يتحسن, تزايد/يتزايد, تناقص/يتناقص, تساوى/يتساوى, تباطأ/يتباطأ, توسع/يتوسع, رفع/يرفع, خفض/يخفض, خفضت, ضاعف/يضاعف
    ارتفاع, ارتفاعا, انخفاض, انخفاضا, زيادة, تراجعا, نمو, نموا, هبوط, هبوطا, انكماش, تضاعفا, ما يزيد, ما يعادل, يعادل
    تعادل, تناقصا, تزايدا, الفارق, فارق`,
  en: `more than, less than, fewer than, greater than, larger than, smaller than, higher than, lower than, better than
    worse than, longer than, shorter than, older than, younger than, faster than, bigger than, cheaper than, later than
    earlier than, stronger than, weaker than, richer than, poorer than, more … than, less … than, fewer … than
    compared with, compared to, in comparison, relative to, as many as, as much as, as high as, as low as, as … as
    rose, risen, rises, rising, fell, fallen, falls, falling, doubled, doubling, doubles, tripled, quadrupled, halved
    increased, increases, increase, increasing, decreased, decrease, decreases, declined, declines, decline, dropped
    drops, drop, grew, grown, grows, growth, shrank, shrunk, shrinks, surged, surge, soared, plunged, slumped, jumped
    climbed, slipped, exceeded, exceeds, exceed, outnumber, outnumbered, surpassed, overtook, outpaced, tumbled, gained
    gone up, went up, goes up, gone down, went down, goes down, come down, came down, gone from, went from
    lagged, expanded, contracted, widened, narrowed, worsened, improved, cut, up from, down from, versus, majority
    higher … than, lower … than, bigger … than, larger … than, smaller … than, longer … than, shorter … than, faster … than
    slower … than, better … than, worse … than, older … than, younger … than, cheaper … than, richer … than, poorer … than
    stronger … than, weaker … than, safer … than, greater … than, most of, outperformed, unlike, twice as, slowed, accelerated, raised, lowered, reduced, the bulk of`,
  fr: `plus de, moins de, plus … que, moins … que, aussi … que, par rapport, comparé, comparée, en comparaison
    supérieur, supérieure, supérieurs, inférieur, inférieure, inférieurs, augmenté, augmente, augmentent, augmentation
    baissé, baisse, baissent, doublé, double, triplé, quadruplé, hausse, recul, reculé, recule, progressé, progression
    progresse, chuté, chute, bondi, grimpé, diminué, diminue, diminution, dépasse, dépassé, dépassent, croissance
    majorité, la plupart, deux fois plus, réduit, réduction, s’élève, accru, accrue, ralenti, ralentissement, dépassant
    contrairement, relevé, élargi, rétréci, surpassé, passé de, passée de, passe de`,
  fa: `بیش از, بیشتر از, کمتر از, بزرگ‌تر از, بزرگتر از, کوچک‌تر از, بالاتر از, پایین‌تر از, در مقایسه, نسبت به, افزایش
    کاهش, دو برابر, سه برابر, چند برابر, برابر شد, رشد, افت, اکثر, اکثریت, بیشتر مردم, برخلاف, پیشی گرفت, فراتر, سقوط
    جهش, بیشتر … از, کمتر … از, بهبود, کند شد, گسترش یافت, برابر با`,
}

export const CAUSES: Phrases = {
  ar: `بسبب, سببه, بسببها, سببها, نتيجة, نتيجته, لأن, لأنه, لأنها, لأنهم, بفضل, جراء, من جراء, إثر, على إثر, نظرا, تسبب/يتسبب
    سبب/يسبب, سببت, أدى/يؤدي … إلى, نجم/ينجم عن, ناجم عن, ناجمة عن, الناجم عن, الناجمة عن, نتج/ينتج عن, ناتج عن
    ناتجة عن, الناتجة عن, الناتج عن, أسفر/يسفر عن, عائد إلى, يعود السبب, بفعل, يعزى, تعزى, عزا, عزت, ما جعل, مما جعل
    ما دفع, مما دفع, دفع … إلى, أفضى/يفضي … إلى, أثار/يثير, على خلفية, ردا على, احتجاجا على, بدافع
    لهذا السبب, بذريعة, على أثر, مكن/يمكن من, سهل/يسهل, حال/يحول دون, ساهم/يساهم في, أسهم/يسهم في`,
  en: `because, because of, due to, owing to, led to, lead to, leads to, leading to, caused, causes, causing, cause of
    as a result, result of, resulted in, resulting in, results in, resulted from, thanks to, triggered, triggering
    prompted, prompting, sparked, sparking, blamed on, blamed, attributed to, stemming from, stems from, stemmed from
    in response to, on account of, brought about, driven by, contributed to, owed to, forced, forcing, blame, blames, blaming
    gave rise to, after which, provoked, in protest at, in retaliation`,
  fr: `parce que, parce qu, à cause, en raison, grâce à, grâce au, grâce aux, a conduit, ont conduit, a entraîné
    entraîné, entraîne, entraînant, provoqué, provoque, provoquant, causé, causée, causés, cause, dû à, due à, due au
    dû au, dus à, dues à, dus aux, en conséquence, suite à, à la suite, faute de, résulte, résultat de, sous l’effet
    du fait, déclenché, imputé, imputée, puisque, en réponse, car, permis, contribué, favorisé, poussé`,
  fa: `به دلیل, به علت, به خاطر, به سبب, در نتیجه, منجر به, منجر شد, باعث, موجب, ناشی از, زیرا, چون, چرا که, بر اثر, در اثر
    به واسطه, در پی, سبب شد, به‌دلیل, به‌علت, به‌خاطر, در واکنش به, در اعتراض به, سبب`,
}
