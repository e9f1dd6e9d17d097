import type { Phrases } from './phrases'

/** Words that begin a question. */
export const QUESTIONS: Phrases = {
  ar: `هل, لماذا, كيف يمكن, أليس, ألا, أين, متى, ترى هل, ماذا, يبقى السؤال, السؤال هو`,
  en: `why, how, what if, who knows, the question is, the question remains, can we, will it`,
  fr: `pourquoi, comment, est ce que, la question est, la question reste, faut il, peut on, qui sait`,
  fa: `آیا, چرا, چگونه, سؤال این است, پرسش این است, سوال این است`,
}

export const WISHES: Phrases = {
  ar: `نأمل, آمل, أتمنى, نتمنى, ليت, ليتنا, ليته, عسى, نرجو, أرجو, يا ليت, ما أحوج, حبذا, دعونا, فلنعمل, لنعمل, نتطلع, نحلم
    نطمح, كم نحتاج, المأمول, يؤمل, من المأمول`,
  en: `we hope, i hope, let us, let’s, hopefully, we wish, i wish, if only, one can only hope, may it, here’s to
    it is to be hoped, we dream, we look forward`,
  fr: `nous espérons, j’espère, espérons, on espère, souhaitons, nous souhaitons, pourvu que, puisse, puissent, si seulement
    il est à espérer, osons, rêvons, il reste à espérer`,
  fa: `امیدواریم, امیدوارم, امید است, کاش, ای کاش, آرزو می‌کنیم, آرزو داریم, بیایید, باشد که, آرزو`,
}

export const DUTIES: Phrases = {
  ar: `ينبغي, يجب, لا بد, لابد, من الضروري, من الواجب, يتعين, علينا, يلزم, الأجدر, الأولى بنا, حري بنا, من الأفضل, آن الأوان
    حان الوقت, لا يجوز, لا يمكن أن, على الجميع, من حقنا, المطلوب, نحتاج`,
  en: `should, must, ought, need to, needs to, had better, it is time, it is vital, it is essential, cannot afford
    we need, have to, has to, deserve, deserves, it is up to`,
  fr: `il faut, il faudra, faudrait, devrait, devraient, doit, doivent, devons, il convient, il est temps, il est urgent
    nous devons, il importe, mérite, méritent, a besoin, avons besoin, on doit`,
  fa: `باید, بایستی, می‌بایست, نباید, لازم است, ضروری است, وقت آن است, بهتر است, نیاز داریم, سزاوار است, شایسته است
    وقت آن رسیده`,
}

export const HEDGES: Phrases = {
  ar: `ربما, لعل, لعله, لعلها, قد يكون, قد تكون, قد يؤدي, قد تؤدي, من الممكن, يمكن أن, من المحتمل, من المرجح, يبدو, تبدو
    كأنه, كأنها, من يدري, ليس مستبعدا, لا أحد يعرف, لا أحد يعلم, أحدا لا يملك, يصعب, من الصعب, من يعرف`,
  en: `perhaps, maybe, might, could, possibly, may be, may have, may well, may not, seems, seem, seemed, appears to
    it appears, arguably, who knows, as if, as though, nobody knows, no one knows, it remains to be seen, hard to
    remains to be seen, unlikely, is likely, are likely, probably, potentially, tend to, anyone’s guess`,
  fr: `peut être, pourrait, pourraient, peut-être, sans doute, semble, semblent, semblait, on dirait, il se peut, sait on
    comme si, nul ne sait, personne ne sait, reste à savoir, reste à voir, probablement, difficile de
    éventuellement, aurait pu, risque de, risquent de`,
  fa: `شاید, ممکن است, احتمالا, احتمال دارد, به نظر می‌رسد, به نظر می رسد, گویی, گویا, می‌تواند, می تواند, معلوم نیست
    کسی نمی‌داند, بعید است, دشوار است, می‌توان, چه کسی می‌داند`,
}

export const OPINIONS: Phrases = {
  ar: `أعتقد, نعتقد, أظن, في رأيي, في رأينا, برأيي, من وجهة نظري, لا شك, بلا شك, للأسف, لحسن الحظ, لسوء الحظ, مع الأسف, بصراحة
    لا يخفى, من الواضح, الواضح أن, في الواقع, الحقيقة أن, لا ريب, من المؤسف, يؤسفني, من المؤكد, ليس غريبا, لا غرابة
    الأهم, المهم, أهم ما في, أجمل ما, ما أجمل, ما أصعب, ما أشد, يكفي أن, غني عن القول, كلنا, الأمل, بالطبع, لا أحد ينكر
    الجميع, كل ذلك, كل هذا, لا معنى, لا قيمة, الأجمل, الأيام كفيلة, خير من, العبرة, من العبث, عار, مخجل, يستحق, تستحق`,
  en: `i think, i believe, we believe, we think, in my view, in our view, in my opinion, obviously, clearly, unfortunately
    sadly, frankly, of course, no doubt, undoubtedly, to be fair, the truth is, after all, surely, certainly, needless
    it is a shame, shame, it is no surprise, nobody should, no one should, simply, fortunately, luckily, alas
    real test, the lesson, as ever, above all, everybody, everyone, all this, all that, time will tell, yes, in truth, truly, nothing less than, makes sense, it is clear, in a sense`,
  fr: `je pense, je crois, nous pensons, nous croyons, à mon avis, à notre avis, selon moi, évidemment, malheureusement
    hélas, heureusement, bien sûr, certes, à vrai dire, force est de, on le sait, franchement, la vérité est, dommage
    quel dommage, tant mieux, tant pis, il est clair, tout cela, tout ceci, tout le monde, chacun, oui, l’avenir le dira, somme toute, à l’évidence, vaut mieux, au fond, en vérité, la leçon`,
  fa: `به نظر من, به نظر ما, به باور من, معتقدم, معتقدیم, فکر می‌کنم, فکر می‌کنیم, متأسفانه, متاسفانه, خوشبختانه, بی‌تردید
    بی تردید, بدون شک, بی‌شک, بدیهی است, واقعیت این است, حقیقت این است, واضح است, روشن است, البته, همه, هر کس, هرکس, آری, بله, باور دارم, تردیدی نیست
    جای تأسف, جای تاسف, مهم‌ترین درس`,
}

/** Words of praise and blame. */
export const EVALUATIONS: Phrases = {
  ar: `مهم, مهمة, جميل, جميلة, رائع, رائعة, عظيم, عظيمة, خطير, خطيرة, مؤسف, مؤسفة, مذهل, مذهلة, ملهم, ملهمة, نبيل, نبيلة
    صعب, صعبة, سهلة, ضروري, ضرورية, حكيم, حكيمة, شجاع, شجاعة, فريد, فريدة, مميز, مميزة, مشرق, مشرقة
    نادر, نادرة, نموذجا, منارة, راسخ, راسخة, ملموس, بارز, بارزة, إيجابي, إيجابية, سلبي, سلبية, حقيقي, حقيقية, بناءة
    عادل, عادلة, صاخب, حاسم, حاسمة, هادئ, هادئة, قاس, قاسية, مفيد, مفيدة, جاد, جادة, معقد, معقدة, الصبر, الحكمة, الأمل
    جدية, ودي, ودية, وديا, مثمر, مثمرة, مثمرا, الأمثل, الأفضل, أفضل, وعر, طويل وشاق, شاق, شاقة, مؤلم, مؤلمة, حزين
    حزينة, قديم قدم, فاشل, فاشلة, ناجح, ناجحة, عميق, عميقة, أعمق, طموح, طموحة, مخيب, محبط, محبطة, واعد, واعدة, جريء, جريئة
    غامض, غامضة, هش, هشة, مستحيل, ممكن, بديهي, غريب, غريبة, لافت, مقلق, مقلقة, جميلا, رائعا, عظيما, مهما, ملهما, أجمل, أروع`,
  en: `important, beautiful, wonderful, remarkable, extraordinary, vital, crucial, essential, brave, bold, tragic, amazing
    impressive, terrible, inspiring, noble, wise, shameful, disappointing, encouraging, fascinating, exciting
    constructive, fruitful, meaningful, hard, hardest, easy, difficult, strange, charming, delightful, splendid, bitter
    sweet, hopeful, promising, sensible, foolish, reckless, courageous, proud, proudly, vibrant, iconic, magical
    fair, unfair, wrong, right, better, good, bad, best, dangerous, ugly, honest, patience, simple, complicated, miracle
    miracles, quiet, lovely, tired, warm, steep, overdue, serious, deep, deeper, fragile, bleak, tense, calm, ambitious, timid
    painful, sad, inevitable, impossible, possible, obvious, odd, naive, clever, elegant, graceful, grim, worthy
    meaningless, pointless, absurd, ironic, paradox, profound, humble, generous, cruel, mirror, dream, dreams`,
  fr: `important, importante, beau, belle, magnifique, remarquable, extraordinaire, essentiel, essentielle, courageux
    courageuse, tragique, incroyable, impressionnant, terrible, formidable, inspirant, noble, sage, honteux, décevant
    encourageant, fascinant, passionnant, constructif, constructives, fructueux, difficile, facile, étrange, charmant
    splendide, prometteur, raisonnable, fier, fière, meilleur, meilleure, bon, bonne, mauvais, mauvaise, juste
    injuste, dangereux, triste, délicat, délicate, compliqué, compliquée, crucial, cruciale, urgent, urgente, vraie, vrai
    miracle, miracles, patience, absurde, chaleureux, chaleureuse, profond, profonde, fragile, sombre, tendu, tendue, calme, ambitieux
    douloureux, inévitable, impossible, possible, naïf, élégant, digne, vain, vaine, cruel, cruelle, miroir
    rêve, rêves, paradoxe, ironie`,
  fa: `مهم, زیبا, شگفت‌انگیز, فوق‌العاده, حیاتی, شجاع, تلخ, شیرین, عالی, باشکوه, الهام‌بخش, خردمندانه, شرم‌آور, ناامیدکننده
    دلگرم‌کننده, جذاب, سازنده, دشوار, آسان, عجیب, ارزشمند, امیدوارکننده, خوب, بد, درست, نادرست, خطرناک, صبر, ناعادلانه
    عادلانه, واقعی, غم‌انگیز, ساده, پیچیده, بهترین, دلپذیر, نگران‌کننده, گرم, ثمربخش, جدی, عمیق, ژرف, ژرف‌تر, شکننده, تاریک, آرام, دردناک, طبیعی, ناممکن, ممکن, بیهوده
    پوچ, آینه, رویا, رؤیا, تناقض, سنگین, سرسخت, ساده‌لوحی, پیچیده‌تر, بزرگوار, صمیمی, دوستانه, سرد, دراز, درازی`,
}

/** Expectations: the future cannot be checked yet. */
export const EXPECTATIONS: Phrases = {
  ar: `سوف, سيكون, ستكون, سيظل, ستظل, سيبقى, ستبقى, يبقى, تبقى, لن, مستقبلا, في المستقبل, غدا, قريبا`,
  en: `will, would, shall, going to, in the future, some day, one day, in years to come, won’t`,
  fr: `sera, seront, serait, seraient, aura, auront, va, vont, fera, feront, pourra, pourront, devra, devront, à l’avenir, un jour`,
  fa: `خواهد, خواهند, خواهیم, در آینده, روزی`,
}

/** First-person words of the writer. */
export const SELVES: Phrases = {
  ar: `نحن, أنا, لنا, لدينا, عندنا, إلينا, بلادنا, شعبنا, أمتنا, حياتنا, أرى, نرى, أقول, نقول, رأيت, أحب, نحب, نريد, أريد
    نعرف, نعلم, نفهم, ندرك, نستطيع, يمكننا, نشعر, أشعر, قلوبنا, تاريخنا, مستقبلنا, أنفسنا, يا, أيها, نعيش, نظن, نبقى
    نكون, نفعل, نسأل, نتذكر, نتعلم, ننسى, أذكر أنني, كنت, كنا`,
  en: `we, us, i, i am, i was, i have, i had, i do, i can, i saw, i see, i know, i remember, i never, i would, our, ours, my, me, mine, you, your, ourselves, myself`,
  fr: `nous, notre, nos, je, j’ai, j, mon, ma, mes, moi, vous, votre, vos`,
  fa: `ما, من, خودمان, کشور ما, ماست, مان`,
}
