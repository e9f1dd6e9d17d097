import type { Phrases } from './phrases'

/** Number words that always count. */
export const NUMBERS: Phrases = {
  ar: `اثنان, اثنين, اثنتان, اثنتين, اثنا, اثني, اثنتا, اثنتي
    ثلاث, ثلاثة, أربع, أربعة, خمس, خمسة, ست, ستة, سبع, سبعة, ثماني, ثمانية, ثمان, تسع, تسعة, عشر, عشرة
    عشرون, عشرين, ثلاثون, ثلاثين, أربعون, أربعين, خمسون, خمسين, ستون, ستين, سبعون, سبعين, ثمانون, ثمانين
    تسعون, تسعين, مئة, مائة, مئتان, مئتين, مئتا, مئتي, مائتان, مائتين, مائتا, مائتي
    ثلاثمئة, ثلاثمائة, أربعمئة, أربعمائة, خمسمئة, خمسمائة, ستمئة, ستمائة, سبعمئة, سبعمائة, ثمانمئة, ثمانمائة
    ثمانيمئة, تسعمئة, تسعمائة, مئات, عشرات, بضعة آلاف
    ألف, ألفا, ألفان, ألفين, ألفي, آلاف, ألوف, مليون, مليونا, مليونان, مليونين, مليوني, ملايين
    مليار, مليارا, ملياران, مليارين, ملياري, مليارات, بليون, بلايين, تريليون, تريليونا, تريليونات
    نصف, ثلث, ثلثا, ثلثي, ثلثين, ثلثان, ربع, أرباع, خمسا, خمسي, أخماس, سدس, سبعي, ثمن سكان, عشري, أعشار
    ضعفا, ضعفي, ضعفين, ضعفان, أضعاف, ضعف عدد, ضعف ما, ضعف حجم, ضعف مساحة, ضعف الرقم, ضعف العدد, ضعف المعدل
    ضعف قيمة, ضعف سعر, ضعف المبلغ, ضعف المتوسط, ضعف نظيره, ضعف نظيرتها, ضعف معدل, ضعف ميزانية, ضعف إنتاج
    ضعف تلك, ضعف ذلك, دزينة, عشرات الآلاف, مئات الآلاف, مئات الملايين, مرتين`,
  en: `two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, thirteen, fourteen, fifteen, sixteen
    seventeen, eighteen, nineteen, twenty, thirty, forty, fifty, sixty, seventy, eighty, ninety
    hundred, hundreds, thousand, thousands, million, millions, billion, billions, trillion, trillions
    dozen, dozens, half, halves, a third, a quarter, one third, thirds, a quarter of, one quarter, three quarters
    a fifth, one fifth, fifths, a tenth, one tenth, tenths, one in, twice as, twofold, threefold, fourfold, fivefold
    tenfold, every second, every third, every fourth, every fifth, twice the, triple the, double the, thrice`,
  fr: `deux, trois, quatre, cinq, six, sept, huit, dix, onze, douze, treize, quatorze, quinze, seize, vingt, vingts
    trente, quarante, cinquante, soixante, septante, huitante, octante, nonante, cent, cents, mille, millier, milliers
    million, millions, milliard, milliards, centaine, centaines, dizaine, dizaines, douzaine, douzaines, quinzaine
    vingtaine, trentaine, quarantaine de, cinquantaine, soixantaine, la moitié, moitié des, tiers des, un tiers
    deux tiers, un quart, trois quarts, le quart, un cinquième, un dixième, cinquièmes, le double, le triple
    deux fois, trois fois`,
  fa: `دو, سه, چهار, پنج, شش, هفت, هشت, ده, یازده, دوازده, سیزده, چهارده, پانزده, شانزده, هفده, هجده, هیجده, نوزده, بیست
    چهل, پنجاه, شصت, هفتاد, هشتاد, نود, صد, یکصد, دویست, سیصد, چهارصد, پانصد, ششصد, هفتصد, هشتصد, نهصد
    هزار, هزاران, دوهزار, میلیون, میلیون‌ها, میلیونها, میلیارد, میلیاردها, تریلیون, ده‌ها, صدها, ده ها, صد ها
    نیمی, نصف, یک سوم, دو سوم, یک چهارم, سه چهارم, یک پنجم, یک دهم, دوسوم, یک‌سوم, دوبرابر, سه‌برابر, برابر بیشتر
    ثلث, ربع, هزارها`,
}

/** Words that are numbers only next to another number or a unit. */
export const WEAK_NUMBERS: Phrases = {
  ar: `واحد, واحدة, أحد, إحدى, صفر`,
  en: `one, zero, third, quarter, quarters, a hundred, point, a`,
  fr: `un, une, neuf, zéro, virgule, tiers, quart, quarts`,
  fa: `یک, نه, سی, صفر, ممیز`,
}

/** Units of money and share, and powers of ten; a preceding number includes them. */
export const UNITS: Phrases = {
  ar: `في المئة, في المائة, بالمئة, بالمائة, من المئة, دولار, دولارا, دولارات, دولارين, يورو, ريال, ريالا, ريالات
    درهم, درهما, دراهم, دينار, دينارا, دنانير, جنيه, جنيها, جنيهات, ليرة, ليرات, روبل, روبلا, يوان, ين, روبية
    تنغي, دولار أمريكي, دولار أميركي, نقطة مئوية, نقاط مئوية, نقطة أساس, درجة مئوية, درجات مئوية`,
  en: `percent, per cent, pct, percentage point, percentage points, basis points, dollar, dollars, euro, euros
    pound, pounds, rouble, roubles, ruble, rubles, yuan, yen, rupee, rupees, dirhams, dirham, riyals, dinars, tenge
    cents, francs, usd, eur, gbp, us dollars, degrees celsius, percentage`,
  fr: `pour cent, pourcent, points de pourcentage, point de pourcentage, dollar, dollars, euro, euros, livre sterling
    livres sterling, roubles, rouble, yuans, yens, roupies, dirhams, dirham, dinars, dinar, francs, francs cfa, tenges
    d’euros, de dollars, de francs, de dirhams, de dinars, degrés`,
  fa: `درصد, دلار, یورو, ریال, تومان, درهم, دینار, پوند, روبل, یوان, ین, روپیه, واحد درصد, دلار آمریکا, درجه سانتیگراد`,
}

/** Countable things: a figure before one of them is not a year. */
export const AMOUNTS: Phrases = {
  ar: `شخص, شخصا, قتيلا, قتيل, جريحا, جندي, جنديا, كيلومتر, كيلومترا, متر, مترا, طن, طنا, نسمة, عائلة, أسرة, سنة, عاما
    وحدة, ميغاواط, لاجئ, لاجئا, موظف, موظفا, طالب, طالبا, هكتار, هكتارا, برميل, برميلا, مدرسة, منزل, منزلا, حالة, ألف
    مليون`,
  en: `people, persons, soldiers, troops, km, kilometres, kilometers, metres, meters, miles, tonnes, tons, feet
    families, households, students, workers, employees, jobs, homes, houses, megawatts, hectares, barrels, cases
    deaths, residents, refugees, years, days, hours, schools, members, litres, kg, square, acres, seats, votes`,
  fr: `personnes, soldats, km, kilomètres, mètres, tonnes, familles, étudiants, employés, emplois, logements, hectares
    barils, cas, morts, habitants, réfugiés, ans, jours, heures, écoles, membres, litres, kg, mégawatts, places, voix`,
  fa: `نفر, تن, کیلومتر, متر, خانواده, دانشجو, سرباز, هکتار, بشکه, مورد, واحد, سال, روز, ساعت, مگاوات, کیلو, میلیون, هزار`,
}

/** Words that make the figure after them an amount, not a year. */
export const ABOUT: Phrases = {
  ar: `أكثر من, أقل من, نحو, حوالي, قرابة, زهاء, ما يقارب, ما يزيد على, ما يزيد عن, يناهز, بنسبة, بمقدار, بلغ, بلغت`,
  en: `more than, less than, fewer than, about, around, nearly, almost, over, roughly, some, at least, up to, under
    approximately`,
  fr: `plus de, moins de, environ, près de, quelque, au moins, presque, jusqu’à`,
  fa: `بیش از, کمتر از, حدود, نزدیک به, بالغ بر, دست‌کم, دست کم, تقریبا`,
}
