import type { Phrases } from './phrases'

/** Subjects of public debate that others keep count of: money, work, laws, health, war. */
export const MATTERS: Phrases = {
  ar: `ضريبة, ضرائب, الضريبة, بطالة, وظائف, وظيفة, راتب, رواتب, أجور, أجر, عجز, دين, ديون, موازنة, ميزانية, تضخم, أسعار, سعر, تكلفة
    كلفة, فقر, فقراء, جريمة, جرائم, قانون, قوانين, مشروع قانون, تشريع, دستور, اتفاقية, اتفاق, معاهدة, حرب, قوات, جنود, جيش, حدود
    لاجئين, لاجئون, مهاجرين, مهاجرون, هجرة, صادرات, واردات, تجارة, نفط, غاز, كهرباء, تأمين, مستشفى, مستشفيات, مدارس, مدرسة, جامعات
    انتخابات, تصويت, أصوات, نووي, نووية, صواريخ, إرهاب, إرهابيين, عقوبات, عقد, عقود, مناقصة, أرباح, خسائر, استثمار, استثمارات
    قروض, قرض, بنوك, مصانع, مصنع, عمال, مزارعين, مساعدات, معاشات, تقاعد, مساكن, إيجار, انبعاثات, تلوث, لقاح, لقاحات, وباء
    مرض, وفيات, حوادث, شرطة, سجون, سجن, قضاة, محكمة, محاكم, فساد, رشوة, رشاوى, تبرعات, حملة, نسبة, معدل, نمو, إنتاج, ناتج
    دخل, نفقات, إنفاق, إيرادات, رسوم, دعم, أسلحة, سلاح, حصة, نواب, مجلس`,
  en: `tax, taxes, jobs, job, wages, wage, salary, salaries, unemployment, deficit, debt, budget, inflation, prices, price
    cost, costs, poverty, crime, crimes, murder, murders, law, laws, bill, bills, legislation, constitution, amendment, treaty
    agreement, deal, deals, war, wars, troops, soldiers, army, border, borders, refugees, immigrants, immigration, exports
    imports, trade, tariff, tariffs, oil, gas, coal, electricity, energy, insurance, premiums, hospital, hospitals, clinic
    clinics, schools, school, colleges, tuition, election, elections, votes, vote, ballot, nuclear, missiles, weapons
    terrorism, terrorists, sanctions, contract, contracts, tender, profits, profit, losses, investment, loan, loans, bank
    banks, factories, factory, plant, plants, workers, farmers, aid, pension, pensions, social security, medicare, medicaid
    health care, housing, homes, rent, emissions, pollution, vaccine, vaccines, disease, deaths, accidents, police, prison
    prisons, judges, judge, court, courts, corruption, bribe, bribes, donations, donors, campaign, rate, rates, growth
    economy, production, income, revenue, revenues, spending, fees, subsidy, subsidies, guns, gun, middle class, welfare
    licence, license, regulations, regulation, bonus, shares, funding, funds, taxpayers, tax returns, returns, federal
    drugs, veterans, minimum wage, congress, senate, climate, infrastructure, record`,
  fr: `impôt, impôts, taxe, taxes, emploi, emplois, chômage, salaire, salaires, déficit, dette, budget, inflation, prix, coût
    pauvreté, criminalité, loi, lois, traité, accord, guerre, soldats, frontière, immigration, réfugiés, exportations
    importations, commerce, pétrole, gaz, électricité, hôpital, hôpitaux, écoles, élections, vote, nucléaire, armes
    terrorisme, contrat, bénéfices, retraites, retraite, logement, logements, loyer, émissions, vaccin, prison, tribunal
    corruption, taux, croissance, économie, revenus, dépenses, subventions`,
  fa: `مالیات, بیکاری, شغل, دستمزد, حقوق, کسری بودجه, بدهی, بودجه, تورم, قیمت, هزینه, فقر, جرم, قانون, معاهده, توافق, جنگ
    سربازان, مرز, مهاجران, صادرات, واردات, نفت, گاز, برق, بیمه, بیمارستان, مدارس, انتخابات, رأی, هسته‌ای, تحریم, قرارداد, سود
    بازنشستگی, مسکن, اجاره, آلودگی, واکسن, زندان, دادگاه, فساد, رشد, اقتصاد, درآمد, یارانه`,
}

/** People a speaker talks about, whose acts are on record elsewhere. */
export const OTHERS: Phrases = {
  ar: `منافسي, خصمي, منافسه, خصومي, هؤلاء, حزبه, حكومته, حكومتك, حزبك, حزبهم, إنه, إنها, إنهم, هو, هي, هم, المعارضة, الحكومة
    هذه الحكومة, الحكومة السابقة, وزيرك, خطته, خطتها, برنامجه`,
  en: `he, she, they, my opponent, his, her, their, this administration, the administration, this government, the opposition
    the other side, your own, your government, your party, his party, her party, the senator, the governor, the president
    the secretary, the mayor, the congressman, the minister, the company`,
}
