import type { Phrases } from './phrases'

/** What a speaker promises to do: it can be checked only later. */
export const PROMISES: Phrases = {
  ar: `أعدكم, نعدكم, أعاهدكم, نعاهدكم, أتعهد, نتعهد, لن نسمح, لن أسمح, لن نتوقف, لن أتوقف, بموجب خطتي, خطتي, خطتنا, عندما أصبح رئيسا, حين أصبح رئيسا, إذا انتخبتموني`,
  en: `i will, i’ll, we will, we’ll, i’m going to, we’re going to, we are going to, i am going to, i would, i’d, we would
    we’d, i promise, i pledge, i intend, i want to, i won’t, we won’t, i would like, we would like, we intend, we’re not going to, i’m not going to, under my plan
    under our plan, my plan would, our plan would, when i’m president, when i am president, as president i, if i’m elected`,
  fr: `je vais, nous allons, je ferai, nous ferons, je promets, nous promettons, nous aurons, nous serons, je serai, j’aurai
    je voudrais, nous voulons, je veux`,
  fa: `خواهم, خواهیم, قول می‌دهم, قول می‌دهیم, می‌خواهم, می‌خواهیم`,
}

/** Greetings, thanks, and words that lead through a conversation. */
export const COURTESIES: Phrases = {
  ar: `شكرا, شكرا جزيلا, مساء الخير, مساء النور, صباح الخير, صباح النور, السلام عليكم, والسلام, أهلا, مرحبا, أرحب, تفضل, تفضلي
    من فضلك, من فضلكم, لو سمحت, لو سمحتم, تحية, أشكر, عفوا, بارك الله, الله يعطيكم, عاش, اللهم, حسبنا الله, نعم الوكيل, بإذن الله
    إن شاء الله, الحمد لله, أحييكم, اسمح لي, دعني, دعيني, دعونا, فلنتحدث, ننتقل, فلننتقل, لنتحدث, بقيت دقيقة, لك حق الرد
    السؤال الأول, السؤال التالي, سؤالنا التالي, السؤال الأخير, سؤال أخير, انتهى الوقت, نلتقي, يسعدني, يشرفني`,
  en: `thank you, thanks for, thanks so much, many thanks, good evening, good morning, good afternoon, good night, welcome
    please, excuse me, pardon me, god bless, ladies and gentlemen, hello, hi, hi there, congratulations, let me, kind regards
    sorry, apologise, apologize, go ahead, may i, can i, hold on, the question is for, the first question, next question
    final question, last question, your question, you have thirty seconds, you have sixty seconds, you have two minutes
    i appreciate, with all due respect, grateful, happy to be, great to be, good to be, wonderful to be`,
  fr: `merci, bonjour, bonsoir, bienvenue, s’il vous plaît, excusez moi, pardon, mesdames, chers, cher, félicitations
    permettez moi, bonne nuit, bonne soirée`,
  fa: `ممنون, متشکرم, سپاس, سلام, صبح بخیر, شب بخیر, خوش آمدید, لطفا, ببخشید, اجازه بدهید, خواهش می‌کنم`,
}

/** Words for what spreads without a known source, and for asking whether it is true. */
export const RUMOURS: Phrases = {
  ar: `هل صحيح أن, صحيح أن, هل صحيح, صحيح إنه, سمعت أن, سمعت إن, سمعنا أن, يقولون إن, يقولون إنه, بيقولوا, عم يقولوا, منتشر, متداول
    يتداول, تتداول, قرأت أن, قرأت في, عاجل, يشاع, يشاع أن, صديقي قال, يقال إنهم, حسب المنشور`,
  en: `is it true that, is it right that, apparently, they are saying, they’re saying, theyre saying, they say that, people say
    people are saying, i read that, i read in, i heard that, somebody told me, someone told me, told me that, saw a post
    a post that says, a post says, going round, going around, circulating, it says, rumour, rumor
    according to a friend, a friend says, there’s a video, word has it`,
  fr: `est il vrai que, est ce vrai que, il paraît que, paraît il, on dit que, j’ai lu que, j’ai entendu que, circule, rumeur`,
  fa: `آیا درست است, آیا صحت دارد, شنیده‌ام, می‌گویند که, شایعه, دست به دست, در گروه‌ها`,
}

/** The speaker's own family and meetings, which nobody can check or needs to check. */
export const PRIVATES: Phrases = {
  ar: `أبي, والدي, أمي, والدتي, زوجتي, زوجي, أخي, أختي, ابني, ابنتي, أولادي, أبنائي, جدي, جدتي, جارتي, جاري, جيراني, صديقتي, طفولتي
    التقيت, قابلت, وقفت, نشأت, ولدت, أذكر, أتذكر, كنت طفلا, كنت صغيرا, نمت, أعرف رجلا, أعرف امرأة, عمري, بيتي`,
  en: `my father, my mother, my dad, my mom, my mum, my wife, my husband, my brother, my sister, my son, my daughter
    my kids, my children, my own son, my own daughter, my own brother, my own mother, my own father, my family, my parents
    my grandmother, my grandfather, my neighbour, my neighbor, my childhood, i met, i’ve met, i remember, i talked to, i grew up
    i slept, i was born, i stood, i know a, a woman named, a man named, i’ve lived, when i was a, old when i, mother of, father of`,
  fr: `mon père, ma mère, ma femme, mon mari, mon frère, ma soeur, mon fils, ma fille, mes enfants, ma famille, mes parents
    ma grand mère, mon grand père, j’ai rencontré, je me souviens`,
  fa: `پدرم, مادرم, همسرم, برادرم, خواهرم, پسرم, دخترم, فرزندانم, خانواده‌ام, پدربزرگم, مادربزرگم, یادم می‌آید`,
}

/** Words that begin a supposition. */
export const CONDITIONS: Phrases = {
  ar: `إذا, لو, لولا, تخيلوا, تخيل, لنفترض, ماذا لو`,
  en: `if, unless, imagine, suppose, even if, what if`,
  fr: `si, imaginez, supposons, même si`,
  fa: `اگر, تصور کنید, فرض کنید`,
}

/** Words that look like acts: `I was raised in`. */
export const NOT_ACTS: Phrases = {
  ar: `رفع صوته, رفع صوتها, رفعت صوتي, قدم الشكر, قدمت الشكر, وقع في, وقعت في, وقع على عاتق`,
  en: `was raised, were raised, raised me, raised us, raised by, passed away, passed on, moved by, moved me, opened my
    accepted the nomination, accepted your, created equal, opened fire on, introduced me, introduced you, closed my
    moved on, missed you, missed this, missed the point, died down, promised land, replaced by a new`,
}

/** Spans of time. A number of them is an age or a duration. */
export const SPANS: Phrases = {
  ar: `عام, عاما, أعوام, عامين, سنة, سنوات, سنين, عقود`,
  en: `years, year, decades, years ago, years old`,
  fr: `ans, an, années, décennies`,
  fa: `سال, سالگی, دهه`,
}

/** A number after one of these words counts the speaker's points or the minutes, and says little about the world. */
export const ALLOWANCES: Phrases = {
  ar: `دقيقة, دقائق, دقيقتان, ثانية, ثوان, أسئلة, أسباب, نقاط, كلمات`,
  en: `minute, minutes, second, seconds, questions, reasons, things, points, words, candidates, answers, cents on, ways`,
  fr: `minute, minutes, seconde, secondes, questions, raisons, choses, points, mots`,
  fa: `دقیقه, ثانیه, سؤال, دلیل, نکته, کلمه`,
}

/** Words that look like comparisons. */
export const NOT_COMPARISONS: Phrases = {
  ar: `أكثر من مرة, أكثر من رائع, أكثر من أي وقت, أكثر من مجرد`,
  en: `as well as, as far as, as long as, as soon as, as much as i, more than welcome, more than anything, more than ever, better than this, lot more than a, more than just, more than merely, better than that
    more than happy, nothing more than`,
  fr: `plus que jamais, moins que rien, de plus en plus`,
}
