import type { Phrases } from './phrases'

/** Verbs that report events. English and French past forms that a rule recognises are not listed. */
export const HAPPENINGS: Phrases = {
  ar: `تم/يتم, جرى/يجري, حدث/يحدث, وقع/يوقع, انعقد/ينعقد, عقد/يعقد, نظم/ينظم, شهد/يشهد, شارك/يشارك, انضم/ينضم, انسحب/ينسحب
    وصل/يصل, غادر/يغادر, زار/يزور, التقى/يلتقي, اجتمع/يجتمع, استقبل/يستقبل, ناقش/يناقش, بحث/يبحث, أجرى/يجري, وافق/يوافق
    رفض/يرفض, أقر/يقر, صادق/يصادق, صوت/يصوت, انتخب/ينتخب, عين/يعين, أقال/يقيل, استقال/يستقيل, تولى/يتولى, ترأس/يترأس
    تأسس/يتأسس, أسس/يؤسس, أنشأ/ينشئ, أنشئ/, افتتح/يفتتح, دشن/يدشن, أطلق/يطلق, بدأ/يبدأ, انطلق/ينطلق, انتهى/ينتهي
    أنهى/ينهي, أغلق/يغلق, أقفل/يقفل, فتح/يفتح, بنى/يبني, شيد/يشيد, دمر/يدمر, قصف/يقصف, قتل/يقتل, أصيب/, جرح/, اعتقل/يعتقل
    أفرج/يفرج, أدان/يدين, حكم/يحكم, قضى/يقضي, أصدر/يصدر, صدر/يصدر, نشر/ينشر, وزع/يوزع, أرسل/يرسل, سلم/يسلم, تسلم/يتسلم
    تلقى/يتلقى, قدم/يقدم, منح/يمنح, حصل/يحصل, نال/ينال, فاز/يفوز, خسر/يخسر, احتل/يحتل, سيطر/يسيطر, استولى/يستولي, هاجم/يهاجم
    شن/يشن, استهدف/يستهدف, فرض/يفرض, ألغى/يلغي, حظر/يحظر, سمح/يسمح, منع/يمنع, أوقف/يوقف, توقف/يتوقف, علق/يعلق, استأنف/يستأنف
    اشترى/يشتري, باع/يبيع, استثمر/يستثمر, أنفق/ينفق, مول/يمول, دفع/يدفع, استورد/يستورد, أنتج/ينتج, صنع/يصنع
    اكتشف/يكتشف, اخترع/يخترع, طور/يطور, ولد/يولد, توفي/يتوفى, مات/يموت, اغتيل/, لقي/يلقى, نزح/ينزح, هرب/يهرب, فر/يفر, تكفل/يتكفل, أوفد/يوفد, تزوج/يتزوج, استعان/يستعين, خلا/يخلو, خلت, لجأ/يلجأ
    عاد/يعود, هاجر/يهاجر, استضاف/يستضيف, احتضن/يحتضن, أقام/يقيم, أقيم/, امتنع/يمتنع, تخلى/يتخلى, تبنى/يتبنى, اعتمد/يعتمد
    أبرم/يبرم, توصل/يتوصل, اتفق/يتفق, تعاون/يتعاون, تعهد/يتعهد, أجل/يؤجل, كلف/يكلف, ضرب/يضرب, اندلع/يندلع, انهار/ينهار
    سقط/يسقط, غرق/يغرق, تحطم/يتحطم, انفجر/ينفجر, اجتاح/يجتاح, أعاد/يعيد, نقل/ينقل, حولت, حولوا, يحول, يحولون, تحول/يتحول, أصبح/يصبح
    صار/يصير, استخدم/يستخدم, استعاد/يستعيد, خضع/يخضع, واجه/يواجه, أرغم/, اضطر/يضطر, انتقل/ينتقل, سجل/يسجل, بلغ/يبلغ
    وجه/يوجه, آل/يؤول, ورث/يرث, جلس/يجلس, ترعى/, رعى/يرعى, بقي/يبقى, أبقى/يبقي, اختار/يختار, طرد/يطرد, رحل/يرحل, أحيل/
    أحال/يحيل, استجوب/يستجوب, تظاهر/يتظاهر, احتج/يحتج, أضرب/يضرب, لعب/يلعب, تأهل/يتأهل, توج/يتوج, سافر/يسافر, حضر/يحضر
    درس/يدرس, تخرج/يتخرج, نفذ/ينفذ, أكمل/يكمل, استكمل/يستكمل, أتم/يتم, شرع/يشرع, تعرض/يتعرض, انقطع/ينقطع, ألقى/يلقي
    أسقط/يسقط, اعترض/يعترض, صادر/يصادر, ضبط/يضبط, داهم/يداهم, أخلى/يخلي, أجلى/يجلي, أنقذ/ينقذ, عثر/يعثر, امتد/يمتد, مدد/يمدد, ألزم/يلزم, عدل/يعدل, أدرج/يدرج, تبرع/يتبرع, مات/, دخل/يدخل, خرج/يخرج, عبر/يعبر, مر/يمر, كان يعمل
    ضم/يضم, انضمت, استوردت, تظاهرت, توفيت, حصلت, تأسست, عملت, عمل/يعمل, خصص/يخصص, رصد/يرصد, وفر/يوفر, قرر/يقرر, حدد/يحدد
    حقق/يحقق, حافظ/يحافظ, قاد/يقود, خدم/يخدم, مثل/يمثل, تنازل/يتنازل, دوى/يدوي, سمع/يسمع, شغل/يشغل, أفرغ/يفرغ, أعفى/يعفي, درب/يدرب, أحرق/يحرق, اندمج/يندمج, أفلس/يفلس, تعطل/يتعطل
    شب/يشب, لحق/يلحق, طالت, تسرب/يتسرب, استدعى/يستدعي, أدلى/يدلي, ترشح/يترشح, أبحر/يبحر, رسا/يرسو, هبت, انتقد/ينتقد, هدد/يهدد`,
  en: `became, began, began to, took, taken, won, wins, met, held, sent, built, rebuilt, left, went, gone, came, gave, given
    made, fought, died, dies, led, put, set up, shot, sank, sold, sells, bought, spent, paid, lost, hit, struck, broke
    broken, brought, caught, drew, drove, fled, flew, flown, forgave, got, hung, kept, knew, known, laid, lent, let, born
    ran, rode, sat, saw, seen, shut, spoke, spread, stood, stole, stolen, swore, sworn, threw, thrown, withdrew
    withdrawn, wrote, written, overthrew, overthrown, signed, opens, opened, launches, visits, backs, joins, quits, bans
    bombed, chose, chosen, beaten, beat, bid, burst, cast, dealt, dug, fed, found, founded, ground, hid, hidden, meant
    read, rang, sought, shook, slid, split, swept, taught, tore, torn, underwent, undertook, upheld, did, done
    relies, feeds, lit, bred, bore, borne, thrust, swam, leads, ended, quit`,
  fr: `devint, fut, furent, naquit, mourut, prit, prirent, mit, fit, firent, vint, tint, obtint, élut, reçut, conclut, eut
    eurent, signa, fonda, créa, ouvrit, quitta, remporta, accéda, annonça, adopta, devinrent, perdit, rejoignit, vécut`,
  fa: `کرد, کردند, کرده, شد, شدند, شده, گرفت, گرفتند, گرفته, داد, دادند, داده, یافت, یافتند, یافته, رسید, رسیدند, رسیده
    رفت, رفتند, رفته, آمد, آمدند, آمده, ساخت, ساختند, ساخته, برگزار, تأسیس, تاسیس, درگذشت, پیوست, پیوستند, پیوسته, فروخت
    خرید, کشت, کشتند, کشته, باخت, برد, بردند, زد, زدند, نشست, نشستند, ماند, ماندند, مانده, بست, بستند, گذاشت, گذاشتند
    فرستاد, فرستادند, پرداخت, پرداختند, آورد, آوردند, آغاز, پایان یافت, افتتاح, امضا, استعفا, پذیرفت, پذیرفتند, پرداخته
    گذشت, گریخت, گریختند, جنگید, خواند, ساخته شد, تصویب, انتخاب شد, منصوب, راه‌اندازی, به دنیا آمد, متولد, انداخت, شناخت
    ایستاد, گشت, گشود, برداشت, برداشتند, فرو ریخت, لغو, منتشر, صادر, وارد شد, دید, دیدند, شکست خورد, پیروز, داشت, داشتند`,
}

/** Verbs and phrases that say where a thing is, what belongs to it, or what it is. */
export const STATES: Phrases = {
  ar: `استضاف/يستضيف, وقع/يقع, ضم/يضم, عاصمة, عاصمته, عاصمتها, مقره, مقرها, احتضن/يحتضن, امتلك/يمتلك, ملك/يملك, تألف/يتألف
    تكون/يتكون, شمل/يشمل, جاور/يجاور, أنتج/ينتج, صدر/يصدر, استورد/يستورد, تابع ل, تابعة ل, التابع, التابعة, الواقعة
    الواقع في, يوجد, توجد, يعيش, تعيش, يسكن, يقطن, يقطنها, يسكنها, عدد سكان, عضو في, عضوا في, عضوة في, شكل/يشكل, مثل/يمثل
    غطى/يغطي, مساحتها, مساحته, بطول, بعرض, يبعد, تبعد, يعد, تعد, يعتبر, اشترك/يشترك, ربط/يربط, تدير, يدير, ترعى, يرعى
    عمل/يعمل في, اعتمد/يعتمد على, يتبع, تتبع, يخضع, تخضع, يرأس, ترأس, يرأسه, ترأسها, يرأسها, تتولى, يتولى, يصب في, تصب في
    ينبع, تنبع, يمر, تمر, تطل على, يطل على, الحاصل على, الحاصلة على, حاصل على, الحائز, الحائزة, الفائز, الفائزة, متزوج, مولود, المولود, يحمل, تحمل, ينتمي, تنتمي, يستخدم, تستخدم, يتقاسم
    تتقاسم, يحظر, تحظر, ينص, تنص, يسمح, تسمح, يستقبل, تستقبل, تحوي, يحوي, يحتوي, تحتوي, يقوم في, تقوم في, لا يوجد, لا توجد, ينظم, تنظم, ديانته, لغته`,
  en: `hosts, lies, houses, borders, exports, produces, contains, includes, supplies, employs, owns, operates, governs
    chairs, belongs, covers, stretches, flows, links, connects, serves, spans, home to, is located, are located, located
    capital of, is in, are in, member of, members of, part of, is based, based in, headquartered, consists, comprises
    stands, imports, accounts for, make up, makes up, neighbours, neighbors, shares a border, speaks, lives in, live in
    uses, holds, runs, administers, controls, maintains, provides, relies on, depends on, receives, generates, grows
    bans, prohibits, allows, permits, requires, the capital, native to, drains, empties, runs through, crosses, overlooks
    population, is made, is owned, is run by, has been, feeds, sits on, ranks, carries, charges, pays, costs, elects
    is elected, obliges, oblige, keeps, comes from, come from, flies to, there is no, there are no, there are
    displays, teaches, trains, treats, competes, bears, measures, weighs, forms, separates, divides, surrounds
    faces, dates from, dates back, hails from, sources, ships, distributes, publishes, broadcasts, subsidises, taxes
    guarantees, defines, recognises, recognizes, forbids, restricts, regulates, supervises, funds, finances, sponsors
    handles, processes, stores, buys, work for, works for, works as, specialises, relies, adheres, subscribes
    guards, patrols, occupies, claims sovereignty, still work, no longer, plays for, sits between, sits in, sits at
    export, import, produce, host, share a, include, contain, employ, own, rely on, depend on, belong to, border`,
  fr: `accueille, accueillent, se trouve, se trouvent, se situe, se situent, abrite, abritent, compte, comptent, située
    situé, situés, capitale, dispose, disposent, produit, produisent, exporte, exportent, importe, regroupe, siège
    siègent, appartient, appartiennent, emploie, emploient, comprend, comprennent, possède, possèdent, membre de, fait partie
    font partie, borde, couvre, couvrent, s’étend, relie, traverse, dirige, dirigent, gère, gèrent, fournit, fournissent
    représente, représentent, reçoit, utilise, utilisent, interdit, autorise, dépend, dépendent, héberge, partage
    partagent, frontière, frontières, chef lieu, basé, basée, détient, détiennent, vit, vivent, parle, parlent, se jette, prend sa source, élit, coûte
    conserve, conservent, renferme, renferment, repose, vient de, vient d, viennent de, figure, figurent, aucun, aucune, préside, président le, président la, achète, achètent, vend, vendent, finance, financent
    fabrique, fabriqué, oblige, garantit, garantissent, reconnaît, protège, contrôle, contrôlent, administre, enseigne
    fonctionne, fonctionnent, assure, transporte, titulaire, achemine, relève de, relèvent de, délimite, sépare, entoure
    domine, approvisionne, verse, perçoit, distribue, publie, diffuse, rassemble, réunit, remonte à, pèse, mesure
    s’élève à, est originaire, travaille pour, travaillent, exploite, exploitent, occupe, occupent, prévoit`,
  fa: `ندارد, ندارند, میزبان, میزبانی, قرار دارد, قرار دارند, واقع است, واقع شده, واقع در, پایتخت, دارد, دارند, شامل, تشکیل می‌دهد
    تشکیل می‌دهند, تشکیل می دهند, عضو, مقر, مرکز استان, همسایه, صادر می‌کند, تولید می‌کند, تولید می کند, وارد می‌کند
    زندگی می‌کنند, زندگی می کنند, جمعیت, مساحت, متعلق, وابسته به, می‌ریزد, سرچشمه, مرز, بنیان‌گذار, بنیانگذار, تأمین می‌کند
    تامین می‌کند, اداره می‌کند, استفاده می‌کند, استفاده می‌کنند, محسوب می‌شود, به شمار می‌رود, به شمار می‌آید, ممنوع, هیچ
    برگزار می‌شود, برگزار می شود, واقع`,
}

/** Small verbs that say what a thing is: they count only next to other evidence. */
export const IDENTITIES: Phrases = {
  ar: `يعد, تعد, يعتبر, تعتبر, كان, كانت, كانوا`,
  en: `is a, is an, was, were, had, has, have`,
  fr: `est un, est une, était, étaient, avait, avaient, n’a pas, n’ont pas, n’a plus`,
  fa: `بود, بودند, هستند, نبود`,
}

/** Days and times relative to the day of writing: not a date, but a sign of reported news. */
export const MOMENTS: Phrases = {
  ar: `منذ, أمس, اليوم, الجمعة, السبت, الأحد, الاثنين, الإثنين, الثلاثاء, الأربعاء, الخميس, الماضي, الماضية, مساء, صباح
    فجر, الأسبوع, قبل أيام, قبل أسابيع, قبل أشهر, قبل سنوات, ليلا, عقب, غداة, قبيل, مؤخرا, في وقت سابق, حاليا, سابقا, سنويا
    يوميا, شهريا, أسبوعيا, من المقرر`,
  en: `since, ago, yesterday, today, tonight, overnight, monday, tuesday, wednesday, thursday, friday, saturday, sunday
    last week, last month, last year, last night, this week, this month, this year, earlier, recently, at dawn, at noon
    weekly, daily, monthly, annually, a day, a week, a month, a year, twice a, once a, currently, formerly, is due to
    are due to, is scheduled, until recently, at the time, days later, weeks later, months later, years later`,
  fr: `depuis, hier, aujourd’hui, lundi, mardi, mercredi, jeudi, vendredi, samedi, dimanche, la semaine dernière
    le mois dernier, l’an dernier, l’année dernière, cette semaine, ce mois ci, cette année, il y a, récemment, à l’aube
    par jour, par semaine, par mois, par an, chaque jour, chaque semaine, actuellement, autrefois, doit se rendre
    dans la nuit, plus tôt, jours plus tard, la veille, le lendemain, jadis`,
  fa: `دیروز, امروز, امشب, دیشب, شنبه, یکشنبه, دوشنبه, سه‌شنبه, چهارشنبه, پنجشنبه, پنج‌شنبه, جمعه, هفته گذشته, ماه گذشته
    سال گذشته, پارسال, امسال, از زمان, پیش از این, اخیرا, به تازگی, به‌تازگی, بامداد, روزانه, سالانه, ماهانه, در حال حاضر
    هم‌اکنون, اکنون, قرار است, هفته پیش, سال پیش, ماه پیش, گذشته`,
}

/** French past participles without a final accent. */
export const PARTICIPLES: Phrases = {
  fr: `mis, mise, mises, pris, prise, fait, faite, faits, vu, vue, eu, élu, élue, élus, reçu, reçue, conclu, conclue, tenu
    tenue, obtenu, devenu, devenue, devenus, perdu, perdus, rendu, rendue, ouvert, ouverte, ouverts, mort, morte, morts, né
    nés, produit, produits, construit, construite, détruit, détruite, détruits, promis, permis, rejoint, remis, vendu, vendue
    battu, vaincu, suspendu, suspendue, interdit, interdite, introduit, soumis, repris, atteint, fui, dû, suivi, choisi
    parti, partie, partis, venu, venue, venus, revenu, subi, réuni, réunis, saisi, investi, franchi, offert, couvert
    découvert, souscrit, maintenu, retenu, soutenu, répondu, défendu, étendu, conduit, inscrit, inscrite, écrit, acquis
    commis, admis, transmis, abattu, entendu, descendu, rompu, apparu, disparu, disparue, survenu, survenue, intervenu
    parvenu, mené, enfui, rompue, exclu, exclue, inclus, sorti, sortie, fini, garanti, agi, réussi, établi, établie, bâti
    bâtie, puni, nourri, averti, converti, élargi, fourni, fournis, servi, cru, lu, bu, couru, recouru, su, pu, voulu, valu`,
}
