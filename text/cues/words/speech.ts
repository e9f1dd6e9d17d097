import type { Phrases } from './phrases'

/** Attributions: verbs of saying, and words that name a source. */
export const ATTRIBUTIONS: Phrases = {
  ar: `قال/يقول, قيل/, أكد/يؤكد, أعلن/يعلن, أوضح/يوضح, أضاف/يضيف, ذكر/يذكر, صرح/يصرح, أشار/يشير إلى, أشار/يشير … إلى
    أفاد/يفيد, كشف/يكشف, زعم/يزعم, ادعى/يدعي, نفى/ينفي, اعتبر/يعتبر, حذر/يحذر, شدد/يشدد, اتهم/يتهم, بين/يبين أن, أقر/يقر
    اعترف/يعترف, أبلغ/يبلغ, نقل/ينقل … عن, روى/يروي, توقع/يتوقع, قدر/يقدر, قدرت, لفت/يلفت إلى, نوه/ينوه, تعهد/يتعهد
    رأى/يرى, علق/يعلق, تابع قائلا, صرحت, ادعت, جاء في, ورد في, أظهر/يظهر, بينت, أثبت/يثبت, كتب/يكتب, أورد/يورد
    قائلا, قائلة, مؤكدا, مؤكدة, مشيرا, مشيرة, موضحا, موضحة, مضيفا, مضيفة, لافتا, لافتة, معتبرا, معتبرة, محذرا, محذرة
    مشددا, مشددة, معلنا, معلنة, زاعما, نافيا, نافية, وفق, وفقا, بحسب, حسب, حسبما, نقلا عن, طبقا, استنادا إلى, بناء على
    على حد قول, على حد تعبير, على لسان, في تصريح, في تصريحات, في بيان, في مقابلة, في تقرير, في كلمة, في حديث, من جانبه
    من جهته, من جهتها, من جانبها, تقديرات, مصادر, كما جاء, ما ذكرته, ما أعلنته, يقال إن, دعا/يدعو إلى, طالب/يطالب`,
  en: `said, says, say, saying, told, according to, announced, announces, announcing, announcement
    reported, reports that, reportedly, claimed, claims, claim, claiming, stated, states that, added that, added
    noted, notes that, confirmed, confirms, denied, denies, denying, warned, warns, warning that, declared, declares
    estimates, estimated, estimate, acknowledged, insisted, insists, argued, argues, explained, explains, revealed
    reveals, disclosed, alleged, allegedly, alleges, accused, accuses, pledged, pledges, promised, testified, wrote
    in a statement, as quoted by, quoted as, quoted, citing, cited, cites, conceded, admitted, admits, stressed
    emphasised, emphasized, maintained that, asserted, asserts, remarked, commented, predicted, predicts, forecast
    forecasts, suggested that, suggests that, found that, finds that, showed that, shows that, concluded that, called for
    data from, figures from, in the words of, vowed, urged, credited, described, indicated, assured, responded, replied
    showed, show that, recalled, confirm that, warn that, report that, claim that, say that, agree that, deny that
    he called, she called, you called, they called, has called, calls it`,
  fr: `a dit, dit, disent, selon, d’après, a déclaré, ont déclaré, déclare, déclaré, affirme, affirment, affirmé, annonce
    annoncé, annoncée, annoncent, souligne, souligné, indique, indiqué, indiquent, précise, précisé, estime, estiment
    estimé, ajouté, ajoute, confirmé, confirme, rapporté, rapporte, rapportent, expliqué, explique, assuré, assure
    démenti, dément, averti, avertit, accusé, accuse, révélé, révèle, révèlent, prétend, prétendent, reconnu, reconnaît
    signalé, signale, cité par, citant, citée par, dans un communiqué, écrit, raconte, raconté, promis, soutient
    de source, de sources, aux dires, a fait savoir, fait état, faisait état, conclut, a conclu, note, noté, rappelé
    rappelle, prévoit, prévoient, a appelé, ont appelé, montre que, montrent que, montre, montrent, répondu, confié`,
  fa: `گفت, گفته, گفتند, می‌گوید, می گوید, می‌گویند, می گویند, اعلام کرد, اعلام کردند, اعلام کرده, اعلام شد, به گفته, طبق
    بنا بر, بنابر, بر اساس, براساس, به نقل از, تأکید کرد, تاکید کرد, تأکید, تاکید, افزود, افزودند, خبر داد, خبر دادند
    اظهار داشت, اظهار کرد, اظهارات, گزارش داد, گزارش دادند, گزارش کرد, مدعی شد, مدعی است, ادعا کرد, تصریح کرد
    خاطرنشان کرد, یادآور شد, هشدار داد, تکذیب کرد, رد کرد, متهم کرد, اذعان کرد, وعده داد, نوشت, نوشته است, فاش کرد
    اعلام, به گزارش, از قول, عنوان کرد, بیان کرد, اشاره کرد, پیش‌بینی کرد, برآورد, توضیح داد, خواستار, نشان می‌دهد
    نشان می دهد, نشان داد`,
}
