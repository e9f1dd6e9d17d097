import type { Phrases } from './phrases'

/** Bodies with a name of their own. */
export const BODIES: Phrases = {
  ar: `الأمم المتحدة, مجلس الأمن, الاتحاد الأوروبي, الاتحاد الأفريقي, جامعة الدول العربية, الجامعة العربية, حلف الناتو
    حلف شمال الأطلسي, الناتو, البنك المركزي, البنك الدولي, صندوق النقد, صندوق النقد الدولي, الجمعية العامة, اليونسكو
    اليونيسف, أوبك, الأونروا, الصليب الأحمر, الهلال الأحمر, البيت الأبيض, الكرملين, البنتاغون, الكونغرس, الكنيست
    مجلس الوزراء, مجلس النواب, مجلس الشيوخ, البرلمان, الحكومة, السلطات, الجيش, الشرطة, القوات المسلحة, المحكمة, النيابة
    النيابة العامة, الوزارة, المنظمة, الهيئة, اللجنة, المفوضية, حماس, حزب الله, الحوثيون, الحوثيين, طالبان, قوات الأمن
    الدفاع المدني, البلدية, الجامعة, الشركة, المؤسسة, الوكالة, الرئاسة, الأزهر, مجلس التعاون, مجلس الشورى
    المجلس الأعلى, المجلس, المركز, الصندوق, البنك, المعهد, الحزب, الاتحاد, الجمعية, المنتخب, رويترز, فرانس برس`,
  fa: `سازمان ملل, سازمان ملل متحد, شورای امنیت, اتحادیه اروپا, ناتو, بانک مرکزی, بانک جهانی, صندوق بین‌المللی پول, یونسکو
    یونیسف, اوپک, صلیب سرخ, هلال احمر, کاخ سفید, کرملین, پنتاگون, کنگره, مجلس, دولت, پلیس, ارتش, سپاه, پارلمان, طالبان
    حماس, حزب‌الله, حوثی‌ها, رویترز, قوه قضائیه, شورای نگهبان, وزارتخانه, شهرداری, دادگاه, دانشگاه, نیروهای امنیتی
    آژانس, رژیم صهیونیستی`,
  en: `the government, government, parliament, the police, police, the army, army, the military, the authorities
    authorities, central bank, the council, the commission, the committee, the court, ministry, the agency
    the company, the university, the senate, congress, the organisation, the organization, the cabinet, state department
    prosecutors, the fund, the bank, the navy, the air force, the union, the party, the federation, the regulator
    the institute, supreme court, high court, constitutional court, security forces, coast guard`,
  fr: `le gouvernement, gouvernement, parlement, la police, police, l’armée, armée, les autorités, autorités
    banque centrale, le conseil, la commission, le comité, la cour, ministère, l’agence, l’entreprise
    l’université, le sénat, congrès, l’organisation, le parquet, la préfecture, préfecture, mairie, la mairie
    gendarmerie, le tribunal, tribunal, l’institut, le syndicat, la société, assemblée nationale, la présidence`,
}

/** Words that start the name of a body: ministry of …, وزارة …. */
export const BODY_HEADS: Phrases = {
  ar: `وزارة, وزارتا, وزارتي, مركز, منظمة, هيئة, مؤسسة, لجنة, مجلس, محكمة, جامعة, بنك, مصرف, برلمان, حكومة, شركة
    صندوق, وكالة, اتحاد, حزب, جيش, بعثة, برنامج, معهد, جمعية, حركة, نقابة, سفارة, بلدية, مديرية, دائرة, قوات, شرطة
    مفوضية, رابطة, مستشفى, مطار, ميناء, متحف, اتفاقية, معاهدة, مؤتمر, قمة, ديوان, جهاز, أكاديمية, كلية, نادي, منتدى
    صحيفة, قناة, مكتب, مصلحة, غرفة, جبهة, محافظة, ولاية, مدينة, إقليم, مقاطعة, جزيرة, نهر
    بحر, بحيرة, جبل, مملكة, جمهورية, إمارة, منطقة, مخيم, بورصة`,
  fa: `وزارت, سازمان, مرکز, مؤسسه, موسسه, کمیته, کمیسیون, شورای, مجلس, دادگاه, دانشگاه, بانک, صندوق, شرکت, خبرگزاری
    اتحادیه, حزب, ارتش, نیروی, برنامه, پژوهشگاه, انجمن, جنبش, سفارت, شهرداری, اداره, بیمارستان, فرودگاه, بندر, موزه
    پیمان, توافقنامه, معاهده, کنفرانس, آکادمی, باشگاه, روزنامه, شبکه, ائتلاف, دفتر, جبهه, استان, شهر, جزیره, رود, دریاچه
    دریای, کوه, جمهوری, پادشاهی, بنیاد, فدراسیون, ستاد, پالایشگاه, نیروگاه, سد, هیئت`,
  en: `ministry of, department of, bank of, university of, commission on, commission for, committee on, committee for
    council of, court of, institute of, institute for, centre for, center for, agency for, republic of, kingdom of
    federation of, board of, office of, house of, city of, province of, state of`,
  fr: `ministère de, ministère des, ministère du, banque de, université de, commission de, commission des, comité de
    conseil de, conseil des, cour de, cour des, institut de, institut des, centre de, agence de, république de
    royaume de, fédération de, office de, chambre de, chambre des, ville de, province de, direction de`,
}

/** Office holders. In Arabic and Persian the following words belong to the office. */
export const OFFICES: Phrases = {
  ar: `رئيس, رئيسة, الرئيس, رؤساء, وزير, وزيرة, وزراء, وزيرا, وزيري, أمير, ملك, الملك, ملكة, الأمين العام, أمين عام, مدير
    مديرة, المدير العام, المتحدث, متحدث, متحدثة, الناطق, ناطق, سفير, سفيرة, محافظ, نائب, نائبة, قائد, والي ولاية, الوالي
    مفتي, المدعي العام, النائب العام, سلطان, السلطان, البابا, المفوض, المفوض السامي, مبعوث, المبعوث, مستشار, مستشارة
    المرشد الأعلى, ولي العهد, الشيخ, عمدة, رئيس الوزراء, المستشار, حاكم, الدكتور, الدكتورة, البروفيسور, اللواء, العميد
    العقيد, الجنرال, السيد, السيدة`,
  fa: `رئیس, رئیس‌جمهور, رئیس جمهور, رئیس‌جمهوری, رئیس جمهوری, رییس, رییس‌جمهور, وزیر, نخست‌وزیر, نخست وزیر, وزرای, رهبر
    سخنگوی, سخنگو, سفیر, استاندار, معاون, فرمانده, دبیرکل, مدیرکل, مدیرعامل, دادستان, پادشاه, ملکه, شاه, نماینده, شهردار
    فرماندار, دبیر, امیر, ولیعهد, مدیر, آیت‌الله, سردار, دکتر, رئیسه`,
  en: `president, vice president, prime minister, minister, ministers, deputy minister, foreign minister, chancellor, king
    queen, prince, princess, governor, mayor, ambassador, secretary general, secretary-general, secretary, spokesman
    spokeswoman, spokesperson, chief executive, director general, chairman, chairwoman, commissioner, attorney general
    senator, envoy, director, chief of staff, the head of, prosecutor, premier, pope, sultan, emir
    commander, ceo`,
  fr: `président, présidente, premier ministre, première ministre, ministre, ministres, chancelier, chancelière, roi, reine
    prince, princesse, gouverneur, maire, ambassadeur, ambassadrice, secrétaire général, secrétaire générale
    porte-parole, directeur, directrice, directeur général, directrice générale, commissaire, procureur, procureure
    sénateur, sénatrice, député, députée, préfet, préfète, chef de l’état, le pape, pdg, chef du`,
}

/** Words with a capital at the start of a sentence, or after a head, that name nothing. */
export const SMALL_WORDS: Phrases = {
  ar: `في, من, إلى, على, عن, أن, إن, التي, الذي, الذين, هذا, هذه, ذلك, تلك, هو, هي, هم, كان, كانت, قد, لا, ما, لم, لن, بعد
    قبل, كما, مع, بين, حيث, لكن, ثم, أو, و, إذا, كل, عند, منذ, حتى, جديد, جديدة, كبير, كبيرة, قال, قالت, خلال, ضد, مما, بكثير, بقليل, عليه, عليها, فيه, فيها, منه, منها, حول, نحو, تحت, فوق, أمام`,
  fa: `در, از, به, با, که, را, و, این, آن, است, بود, شد, کرد, برای, تا, یا, اما, هم, نیز, بر, هر, یک, بزرگ, جدید, می, ها
    شده, خود`,
  en: `the, a, an, this, that, these, those, it, its, he, she, they, we, i, you, his, her, their, our, my, your, in, on, at
    by, for, from, with, to, of, as, after, before, during, since, until, when, while, where, why, how, what, who, which
    whose, if, but, and, or, yet, so, nor, not, no, there, here, now, then, once, only, even, every, each, some, many
    most, all, both, another, other, others, such, under, over, through, between, among, about, against, across, despite
    although, though, because, however, meanwhile, moreover, still, also, one, two, three, four, five, six, seven, eight
    nine, ten, is, are, was, were, has, have, had, do, does, did, can, could, may, might, must, should, would, will, let
    perhaps, maybe, more, less, few, much, today, yesterday, tomorrow, last, first, nobody, nothing, everyone, anyone
    monday, tuesday, wednesday, thursday, friday, saturday, sunday, january, february, march, april, june, july, august
    september, october, november, december, earlier, later, according, critics, officials, residents, experts, water
    people, like, unlike, instead, indeed, finally, next, asked, nearly, almost, around, any, mr, mrs, ms, within, without
    throughout, along, near, outside, inside, several, previous, new, local, state, elsewhere, up, out, off, back`,
  fr: `le, la, les, un, une, des, du, de, d, l, ce, cet, cette, ces, il, elle, ils, elles, on, nous, vous, je, j, tu, son
    sa, ses, leur, leurs, notre, nos, votre, mon, ma, mes, en, dans, sur, à, au, aux, par, pour, avec, sans, sous, vers
    entre, depuis, pendant, après, avant, lors, selon, mais, et, ou, donc, or, ni, car, si, que, qui, quoi, dont, où, quand
    comment, pourquoi, comme, ainsi, alors, aussi, c, s, n, y, qu, ne, pas, plus, moins, tout, tous, toute, toutes, chaque
    certains, certaines, plusieurs, aucun, aucune, autre, autres, deux, trois, quatre, cinq, malgré, cependant, pourtant
    toutefois, peut, faut, est, sont, a, ont, aujourd, hier, demain, lundi, mardi, mercredi, jeudi, vendredi, samedi
    dimanche, enfin, ensuite, puis, d’abord, quelques, beaucoup, peu, parmi, chez, contre, face, grâce, voici, voilà
    personne, rien, celui, celle, ceux, m, mme, mlle, là, ici, même, déjà, encore, seul, seule, jusqu, afin, tandis, lorsque`,
}
