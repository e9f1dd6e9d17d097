import { foldSearch } from '../fold'

/** Function words, which say nothing about the subject of a statement. */
const LISTS = [
  `the a an of in on at to for from by with and or but as is are was were be been being it its this that these those he
   she they his her their him them we our you i has have had will would can could may might not no which who whom whose
   what when where than then there into over under about after before between during also more most other some any all`,
  `في من الى عن على مع و او ثم ان انه انها كان كانت يكون تكون هذا هذه ذلك تلك هو هي هم التي الذي الذين ما لا لم لن قد كما كل
   بعد قبل بين عند حيث اذ اذا حتى اي غير منذ خلال ضمن لدى عبر نحو ايضا بان لان انهم عليه عليها فيه فيها منه منها له لها به بها
   وقد وهو وهي ولا ولم وكان وكانت`,
  `le la les un une des de du en et ou dans sur pour par avec que qui dont est sont etait ete a au aux ce cette ces il elle
   ils elles se sa son ses leur leurs ne pas plus`,
  `در از به با و که را این آن است بود شد شده می برای تا یا هم نیز بر خود او آنها ها های هر یک بین پس پیش`,
]

/** Function words that say when, where, how many or how much. When one replaces another, the statement changes. */
const WEIGHTY_LISTS = [
  `after before during until since under over above below into out more most less least some any all both each every
   none no only inside outside first last`,
  `بعد قبل منذ خلال حتى كل بعض جميع معظم فوق تحت داخل خارج اقل اكثر كلا غير فقط اول اخر`,
  `avant apres pendant depuis sous sur plus moins tous toutes quelques chaque aucun aucune`,
  `پیش پس همه برخی هر هیچ`,
]

const setOf = (lists: readonly string[]): ReadonlySet<string> =>
  new Set(lists.flatMap((list) => list.split(/\s+/).map((word) => foldSearch(word).folded)))

export const WEIGHTY_WORDS = setOf(WEIGHTY_LISTS)
export const STOP_WORDS = setOf(LISTS)
