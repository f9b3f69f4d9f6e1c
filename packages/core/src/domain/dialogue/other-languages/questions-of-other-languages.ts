/** How questions begin, after a greeting or nothing, in languages of Latin letters; by ISO 639-1 code. */
const OPENINGS: Readonly<Record<string, string>> = {
  es: 'd[oó]nde (?:est|puedo|se|queda|enc|hay|va)|cu[aá]ndo (?:ll|est|va|abr|cierr|me|se|puedo|podr|recib)|c[oó]mo (?:puedo|se|es|est|hago|fun|va)|cu[aá]nt[oa]s? (?:cuest|tard|es|vale|tiempo|se|d[ií]as|son)|qu[eé] (?:es|hago|pas|puedo|horari|hora|tengo|d[ií]a)|por ?qu[eé] (?:no|se|me|est)|puedo|se puede|pueden|tienen|hay|a qu[eé]',
  fr: "o[uù] (?:est|sont|en|puis|se|dois|peut)|quand (?:est|sera|vais|arriv|puis|ouvr|dois)|comment (?:puis|je|faire|on|est|[cç]a|se)|combien (?:[cç]a|de|co[uû]t|est)|pourquoi|quel(?:le)?s? (?:est|sont|d[eé]lai)|qu['’]?est|que (?:dois|faire)|est[- ]ce|puis[- ]je|avez[- ]vous|pouvez[- ]vous|peut[- ]on|y a[- ]t|vous avez",
  de: 'wo (?:ist|sind|finde|kann|bleibt|steht)|wann (?:kommt|ist|wird|kann|bekomm|hab|öffn|macht|sind)|wie (?:kann|viel|lang|ist|mach|geht|funk|komm|hoch)|was (?:kostet|ist|mach|muss|soll|kann|passiert)|warum|wieso|welche[rsnm]? |wer (?:ist|kann)|kann (?:ich|man)|können (?:sie|wir)|gibt es|haben (?:sie|wir)|habt ihr|darf ich|muss ich',
  pt: 'onde (?:est|posso|fica|encontro)|quando (?:cheg|vou|est|vai|posso|abr)|como (?:posso|fa[cç]o|se|funciona|est)|quant[oa]s? (?:custa|tempo|[eé]|demora|dias)|qual [eé]|o que (?:[eé]|fa[cç]o|posso)|por ?que|posso|voc[eê]s (?:t[eê]m|fazem|ent)|tem |h[aá] ',
  it: "dov['’ ]?[eè]|dove (?:posso|si|sono|trovo)|quando (?:arriv|posso|sar|apr|ricev|viene)|come (?:posso|si|faccio|fun)|quant[oaie] (?:costa|tempo|[eè]|ci|giorni)|cosa (?:devo|faccio|[eè]|posso)|che (?:cosa|ora|ore)|perch[eé]|posso|si pu[oò]|avete|c['’][eè]|qual [eè]",
  nl: 'waar (?:is|zijn|blijft|kan|vind)|wanneer|hoe (?:kan|lang|veel|laat|werkt|moet|duur)|wat (?:kost|is|moet|kan|zijn)|waarom|welke|kan ik|kunt u|kun je|heeft u|hebben jullie|mag ik|is er|zijn er',
  tr: 'nerede|ne zaman|nasıl|kaç|neden|niye|ne kadar|hangi',
  pl: 'gdzie|kiedy|jak (?:mog|d[lł]ugo|to|zwr[oó]ci|jest)|ile (?:kosztuje|trwa|to)|dlaczego|czy |co (?:mam|to|jest|z)|kt[oó]r',
  vi: '(?:bao giờ|khi nào|làm sao|làm thế nào|tại sao|ở đâu)|(?:có thể|tôi có thể)',
  id: 'di ?mana|kapan|bagaimana|gimana|berapa|apakah|apa (?:itu|ini|saya|bisa|ada)|kenapa|mengapa|bisakah|bisa saya',
};

/** What asks wherever it stands, in languages of other scripts and in those whose questions do not begin with it. */
const ANYWHERE: Readonly<Record<string, RegExp>> = {
  ru: /(?:^|[\s,.!])(?:где|когда|как|сколько|почему|зачем|кто|какой|какая|какие|можно ли|есть ли)(?:\s|$)/iu,
  uk: /(?:^|[\s,.!])(?:де|коли|як|скільки|чому|хто|який|яка|які|чи)(?:\s|$)/iu,
  el: /[;;]\s*$|(?:^|[\s,.!])(?:πού|πότε|πώς|πόσο|πόσα|γιατί|ποιος|μπορώ)(?:\s|$)/iu,
  ja: /(?:か|かな|の)\s*[。.]?\s*$|どこ|いつ|いくら|どう|なぜ|何時|何日/u,
  ko: /(?:까|나요|가요|어디|언제|얼마|어떻게|왜|무엇)/u,
  ar: /(?:^|[\s،.!])(?:هل|أين|اين|متى|كيف|كم|لماذا|ماذا|بكم)(?:\s|$)/u,
  fa: /(?:^|[\s،.!])(?:آیا|کجا|کجاست|کی|چطور|چگونه|چند|چقدر|چرا)(?:\s|$)/u,
  he: /(?:^|[\s,.!])(?:איפה|מתי|איך|כמה|למה|מדוע|האם)(?:\s|$)/u,
  hi: /(?:^|\s)(?:क्या|कहाँ|कहां|कब|कैसे|कितना|कितने|क्यों)(?:\s|$)/u,
  th: /ไหม|มั้ย|อะไร|ที่ไหน|เมื่อไหร่|เมื่อไร|เท่าไหร่|เท่าไร|ยังไง|อย่างไร|ทำไม/u,
  tr: /\s(?:nerede|ne zaman|ne kadar|nasıl|m[ıiuü](?:y[ıi]m|s[ıi]n[ıi]z)?)\s*[.!]*$/iu,
  vi: /\s(?:không|ở đâu|đâu|khi nào|bao nhiêu|bao lâu|mấy giờ|chưa)\s*[.!]*$/iu,
};

/** A mark that only questions have; that of Arabic and the full-width one, too. */
const MARK = /[?？؟]\s*$|¿/u;
/** "Hola, …", "Guten Tag. …": up to three words before the first comma or full stop greet. */
const GREETING = /^\s*(?:\S+\s+){0,2}\S+[,.!]\s+(?=\S)/u;

const openings = new Map(
  Object.entries(OPENINGS).map(([language, words]) => [language, new RegExp(`^\\s*(?:${words})`, 'iu')]),
);

/**
 * Whether words of a language that the bot does not speak ask something, as far as that can be told from how they begin and end. What is not
 * surely asked is told: in a form it is an answer.
 */
export function asksElsewhere(text: string, language: string): boolean {
  if (MARK.test(text) || ANYWHERE[language]?.test(text) === true) return true;
  const opening = openings.get(language);
  return opening !== undefined && (opening.test(text) || opening.test(text.replace(GREETING, '')));
}
