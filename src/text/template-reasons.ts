import type { Language } from './words.js';

/** What json-e 4.8 and yaml 2 say of a wrong template, and how a person is told so; `$1` is what they name. */
const reasons: readonly { readonly of: RegExp; readonly en: string; readonly lv: string }[] = [
  {
    of: /^object has no property "(.+)"$/,
    en: 'there is no field “$1”',
    lv: 'nav lauka „$1”',
  },
  {
    of: /^unknown context value (.+)$/,
    en: 'nothing has the name “$1”',
    lv: 'nav nekā ar nosaukumu „$1”',
  },
  {
    of: /^.* is not callable$/,
    en: 'something is called that is no function',
    lv: 'kā funkcija izsaukts kaut kas, kas nav funkcija',
  },
  {
    of: /^(?:Unexpected end of input|unterminated .*|Cannot read properties of null .*)$/,
    en: 'an expression is not finished',
    lv: 'izteiksme nav pabeigta',
  },
  {
    of: /^Found: (.+) token, expected one of: .*$/,
    en: 'an expression cannot go on with “$1”',
    lv: 'izteiksmē nevar sekot „$1”',
  },
  {
    of: /^Unexpected input for '.*' at '(.*)'$/s,
    en: 'an expression cannot go on with “$1”',
    lv: 'izteiksmē nevar sekot „$1”',
  },
  {
    of: /^[Ii]nfix: (\S+) expects .*$/,
    en: '“$1” cannot be used with such values',
    lv: '„$1” ar šādām vērtībām nav lietojams',
  },
  {
    of: /^\$<identifier> is reserved.*$/,
    en: 'no operator with $ has this name',
    lv: 'nevienai darbībai ar $ nav tāda nosaukuma',
  },
  {
    of: /^only one operator allowed$/,
    en: 'two operators with $ stand side by side',
    lv: 'blakus stāv divas darbības ar $',
  },
  {
    of: /^(\S+) has undefined properties: ?(.*)$/,
    en: '$1 cannot have “$2”',
    lv: 'pie $1 nevar būt „$2”',
  },
  {
    of: /^(\$\S+) value must evaluate to an array.*$/,
    en: '$1 needs a list',
    lv: '$1 vajadzīgs saraksts',
  },
  {
    of: /^index out of bounds$/,
    en: 'a list is not that long',
    lv: 'saraksts nav tik garš',
  },
  {
    of: /^invalid arguments to builtin: (?:builtin: )?(\w+).*$/,
    en: 'the function $1 cannot take such values',
    lv: 'funkcija $1 nevar saņemt šādas vērtības',
  },
  {
    of: /^evaluated template contained uncalled functions$/,
    en: 'a function lacks its parentheses',
    lv: 'funkcijai trūkst iekavu',
  },
  {
    of: /^interpolation of '(.*)' produced an array or object$/s,
    en: '“$1” is no text, but has several parts',
    lv: '„$1” nav teksts, bet sastāv no vairākām daļām',
  },
  {
    of: /^There is no format (.*)$/,
    en: 'there is no format “$1”',
    lv: 'nav formāta „$1”',
  },
  {
    of: /^no logo$/,
    en: 'it shows the logo, and there is no templates/logo.png (or .jpg)',
    lv: 'tā rāda logotipu, bet templates/logo.png (vai .jpg) nav',
  },
  {
    of: /^Invalid image: .*$/s,
    en: 'the logo cannot be drawn; save it anew as PNG',
    lv: 'logotipu nevar uzzīmēt; saglabājiet to no jauna kā PNG',
  },
  {
    of: /^Unrecognized document structure: .*$/s,
    en: 'a piece has neither text nor anything else to show',
    lv: 'kādā daļā nav ne teksta, ne cita rādāmā',
  },
  {
    of: /^Too few rows in the table\. Property headerRows requires at least (\d+).*$/,
    en: 'a table has fewer rows than its headerRows, $1',
    lv: 'tabulai ir mazāk rindu nekā tās headerRows, $1',
  },
  {
    of: /^Row span for column .*$/,
    en: 'a rowSpan goes on below the last row of its table',
    lv: 'rowSpan sniedzas zem tabulas pēdējās rindas',
  },
  {
    of: /^No row has the field (.*)$/,
    en: 'no row of the table has the field “$1”',
    lv: 'nevienai tabulas rindai nav lauka „$1”',
  },
  {
    of: /^There are no words (.*)$/,
    en: 'the words have no map “$1”',
    lv: 'vārdu failā nav kopas „$1”',
  },
  {
    of: /^There is no word (.*) in (\S+)$/s,
    en: 'the words under “$2” have none for “$1”',
    lv: 'vārdu kopā „$2” nav vārda, kas atbilst „$1”',
  },
  {
    of: /^Missing closing ['"]quote.*$/,
    en: 'a quotation mark is not closed',
    lv: 'pēdiņas nav aizvērtas',
  },
  {
    of: /^Map keys must be unique.*$/,
    en: 'a key stands here a second time',
    lv: 'atslēga te ir otrreiz',
  },
  {
    of: /^Tabs are not allowed.*$/,
    en: 'a line is indented with a tab, and may be only with blanks',
    lv: 'rinda ir ievilkta ar tabulatoru, bet drīkst tikai ar atstarpēm',
  },
  {
    of: /^Nested mappings are not allowed.*$/,
    en: 'a text with a colon lacks its quotation marks',
    lv: 'tekstam ar kolu trūkst pēdiņu',
  },
  {
    of: /^Plain value cannot start with .* (\S) at line .*$/,
    en: 'a text that begins with $1 lacks its quotation marks',
    lv: 'tekstam, kas sākas ar $1, trūkst pēdiņu',
  },
  {
    of: /^Implicit (?:map )?keys need to be .*$/,
    en: 'a key lacks its colon',
    lv: 'atslēgai trūkst kola',
  },
  {
    of: /^Flow .* must be sufficiently indented and end with a (\S).*$/,
    en: 'the bracket $1 is missing',
    lv: 'trūkst iekavas $1',
  },
  {
    of: /^All .* items must start at the same column.*$/,
    en: 'a line is indented otherwise than those of its list',
    lv: 'rinda ir ievilkta citādi nekā pārējās tajā pašā sarakstā',
  },
  {
    of: /^Unexpected .* (?:at node end|in YAML stream).*$/,
    en: 'something stands here that cannot stand here',
    lv: 'te ir kaut kas, kas te nevar būt',
  },
  {
    of: /^Invalid escape sequence (\S+).*$/,
    en: '$1 means nothing between quotation marks',
    lv: '$1 starp pēdiņām neko nenozīmē',
  },
];

/** Why a template is wrong; what is rare is quoted as it was said. */
export function templateReason(why: string, language: Language): string {
  const found = reasons.find(({ of }) => of.test(why));
  if (found) return `${why.replace(found.of, found[language])}.`;
  return language === 'en' ? `“${why}”.` : `„${why}”.`;
}
