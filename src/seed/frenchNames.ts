/**
 * Names and addresses of a list that is all in capitals and without accents, as a French sign would have them. What a rule
 * cannot know, the words below know.
 */

/** The words of the list that have accents. */
const ACCENTED = `
  Agnès Alésia Aimé Allée Allées André Antarès Atmosphère Béjart Béranger Bézout Bibliothèque Bièvre Brétigny Budé Carné Cassé
  Célestins Césaire Chézy Ciné Cinéastes Cinéma Cinémas Cinémassy Cinémovida Cinépal Cinéparadis Cinés Cinétampes Cité Cœur
  Congrès Côté Cratère Créteil Défense Dôme Écoles École Écran Éden Édouard Église Éluard Élysées Émile Émilion Entrepôt Épée
  Épine Étienne Étoile Eugène Français François Frédéric Général Gérard Grégoire Hélios Hémisphère Hôtel Itinérant
  Jaurès Léon Libération Lumières Marché Maréchal Massé Médecine Médicis Mégantic Méliès Mendès Michèle Numérique Odéon Opéra
  Panthéon Pathé Pâtis Péclet Péri Pléiade Poissonnière Préambule Première Prés Pressensé Prévert Prieuré Progrès République
  Résistance Saëns Scène Scènes Théâtre Thérèse Tholozé Valérien Valéry Variétés Vélizy`

const INITIALS = new Set(['UGC', 'CGR', 'MK2', 'MJC', 'C2L', 'SQY', 'ZAC', 'CE', 'POC', 'II', 'A&E'])
const PARTICLES = new Set(['au', 'aux', 'd', 'de', 'des', 'du', 'et', 'l', 'la', 'le', 'les', 'bis', 'ter'])
const ABBREVIATIONS = new Map(
  Object.entries({
    AV: 'avenue',
    AVE: 'avenue',
    BD: 'boulevard',
    BLVD: 'boulevard',
    PL: 'place',
    ST: 'Saint',
    STE: 'Sainte',
  }),
)
/** What is not capitalised in an address, though it would be in a name. */
const STREET_WORDS =
  /\b(allées?|avenue|boulevard|centre commercial|cour|cours|esplanade|impasse|mail|parvis|passage|place|promenade|quai|route|rue|square|voie|mai|juin|juillet)\b/gi

const accents = new Map(
  ACCENTED.trim()
    .split(/\s+/)
    .map((word) => [withoutAccents(word), word]),
)

/** `LE CINEMA DES CINEASTES` as `Le Cinéma des Cinéastes`. */
export function readableName(capitals: string): string {
  const name = capitals
    .replace(/^0(?=[A-Z])|!/g, '') // a slip of the key; a name between exclamation marks
    .replace(/ (?:A|I)$/, '') // listed by the first of its screens: `LA ROTONDE A`
    .replace(/\b([MC]) (\w) ([A-Z])\b/g, '$1$2$3') // `M J C`, `C 2 L`
  return startUpper(readableWords(name))
}

/** `103 BD DU MONTPARNASSE` as `103 boulevard du Montparnasse`. */
export function readableAddress(capitals: string): string {
  const address = capitals
    .replace(/^(\d+)(?:, | )(?=\d+ (?!JUIN|MAI))/, '$1-') // two house numbers: `16 18 RUE`
    .replace(/^([\d-]+),/, '$1')
    .replace(/(\d) ?- ?(\d)/g, '$1-$2')
    .replace(/(\d)(BIS|TER)\b/, '$1 $2')
    .replace(/\b(AV|BD)\./g, '$1')
  return startUpper(readableWords(address).replace(STREET_WORDS, (word) => word.toLowerCase()))
}

function readableWords(text: string): string {
  return text
    .replace(/\b([DL]) (?=[A-ZÉ])/g, "$1'") // the list drops apostrophes: `DE L ECOLE`
    .replace(/[\p{L}\d&]+/gu, readableWord)
    .replace(/\s+/g, ' ')
    .trim()
}

function readableWord(word: string): string {
  if (INITIALS.has(word)) return word
  if (word === 'A') return 'à'
  const lower = word.toLowerCase()
  if (PARTICLES.has(lower)) return lower
  return ABBREVIATIONS.get(word) ?? accents.get(word) ?? startUpper(lower)
}

function startUpper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function withoutAccents(word: string): string {
  return word.replace('œ', 'oe').normalize('NFD').replace(/\p{M}/gu, '').toUpperCase()
}
