import { QUESTION_OPENERS } from '@solodesk/core';

/** What a number is of: "(order 1042)", "customer no. 77". */
const OF =
  '(?:order|customer|client|account|invoice|booking|member(?:ship)?|ref(?:erence)?|ticket|case|parcel|tracking)';
const NUMBER = '[#№]?\\s?[a-z]{0,4}-?\\d[\\d-]{2,20}';
const MARKS = '[\\s,;.!?…–-]{1,4}';
const END = '[\\s.!?,)…]{0,5}$';
const YOU = '(?:you|u|ya)';
const YOUR = '(?:your|ur|the|any|all your|all the)';
const WHEN =
  '(?:now|today|tonight|soon|asap|quickly|urgently|please|pls|right now|right away|immediately|as soon as possible|by (?:today|tonight|tomorrow|noon|the weekend|(?:mon|tues|wednes|thurs|fri|satur|sun)day))';
const HELP =
  '(?:(?:quick|kind|fast|great|prompt|swift) )?(?:help|time|answers?|reply|response|info|information|support|assistance|advice|patience|service|understanding|attention|effort|feedback)';

const GRATITUDE = [
  `(?:(?:many|big|huge|so many) )?(?:thanks|thank ${YOU}|thank(?= ?[.!]*$)|thx|thnx|tnx|ty|tysm|tyvm|ta|cheers)(?: (?:again|a lot|a million|a bunch|so much|very much|guys|all|everyone|mate|dear|kindly|in advance|(?:from|to) ${YOU}|for (?:${YOUR} )?(?:${HELP}|helping(?: me)?|answering|everything)))*`,
  `(?:(?:i|we)(?:'d| would|'ll| will)? |(?:it|that|any help|your help|help|a reply|an answer)(?:'d| would| is)?(?: be)? )?(?:really |much |highly |greatly |very much )*appreciated?(?: (?:it|that|in advance|a lot|so much|very much|${YOUR} ${HELP}))*`,
  `(?:and )?(?:have|enjoy|(?:i )?wish(?:ing)? ${YOU})(?: an?)? (?:very )?(?:nice|good|great|lovely|wonderful|pleasant|fantastic) (?:day|weekend|evening|one|week|night|time|afternoon|morning|rest of (?:the|your) day)(?: (?:ahead|too|everyone|all|there))*`,
  `(?:good ?)?bye(?: bye| now)?|see ${YOU}(?: soon| later| then)?|take care|talk (?:to ${YOU} )?soon|(?:god )?bless(?: ${YOU})?`,
  `(?:i'?m |i am )?(?:so )?sorry(?: (?:for|to|about)(?: (?:asking|ask|bother(?:ing)?|disturb(?:ing)?|(?:the|my|all the) (?:trouble|bother|questions?|bad english|english|long (?:text|message))))(?: ${YOU})?(?: again)?)?`,
];
const HASTE = [
  `(?:(?:it|this|that)(?:'?s| is) |and )?(?:really |very |quite |kind of |kinda |a bit |so |pretty |super )*(?:urgent|important)(?: (?:to me|for me|please|matter))*`,
  `(?:i|we)(?: really| just)? (?:need|have|want|would like|'d like|must)(?: to)? (?:know|an answer|a reply|a response)(?: (?:it|this|that|first|${WHEN}|before i (?:order|buy|book|pay|come|go|decide|sign up)))*`,
  `(?:please |pls |kindly )?(?:be quick|hurry(?: up)?|asap|as soon as possible|quick (?:answer|reply|response))(?: (?:please|pls|needed|appreciated))?`,
  `(?:please|pls) (?:quick|quickly|urgent|urgently|fast)`,
  `(?:(?:i'?m|i am|we're|we are) )?(?:really |a bit |a little |kind of |kinda )*in a (?:bit of a |big |real |great )?(?:hurry|rush)`,
  `(?:i'?m |i am |we are )?(?:waiting for|looking forward to)(?: (?:your|an|a|the|ur))?(?: (?:quick|fast|prompt|kind))? (?:answer|reply|response|feedback|hearing(?: back)? from ${YOU}|hear from ${YOU})`,
];
const PLEAS = [
  `(?:(?:please|pls|plz|kindly) )?(?:let me know|advise|get back to me|answer me|reply to me)(?: (?:if possible|${WHEN}))*`,
  `(?:please|pls|plz|kindly)(?: (?:tell me|reply|respond|answer|help|assist|confirm|explain)(?: (?:me|us|to me|back|out))*(?: ${WHEN})*)?`,
  `(?:can|could|would|will) (?:${YOU}|any ?one|some ?one|any ?body|some ?body)(?: (?:please|pls|kindly|maybe))* (?:help|assist|advise|tell me|let me know)(?: (?:me|us|out|please|with (?:this|that)))*`,
  `(?:i )?hope (?:${YOU}|some ?body|some ?one) can help(?: me)?(?: out)?`,
  `(?:any|no) (?:ideas?|clues?|help|advice|tips|thoughts)(?: (?:please|would be (?:great|nice|appreciated|good|lovely)|is (?:welcome|appreciated)))?`,
  `if (?:possible|${YOU} (?:can|could|may|know)|(?:that's|that is) (?:ok|okay|possible|alright))`,
  `(?:i (?:was |am |'m )?|i'm |just )(?:wondering|curious|asking)|i wonder`,
];
/** As a letter ends: with a comma or a line between it and the name. */
const FAREWELL =
  '(?:(?:best|kind|kindest|warm|warmest|many)(?: (?:regards|wishes|thanks|greetings))?|regards|greetings|sincerely|yours(?: truly| sincerely| faithfully)?|cheers|thanks|thank you|thx)';

/**
 * Each an end of a message that says nothing about what is wanted. `hint`: quick to tell, because it looks at beginnings of words alone, and
 * nearly all messages have none of it.
 */
export const ENGLISH_ENDINGS: readonly { hint: RegExp; is: RegExp }[] = [
  {
    hint: /[:;][-)(dp]|[^\x20-\x7e]|\bx/,
    is: /(?:\s{0,2}(?:\p{Extended_Pictographic}\uFE0F?|[\u{1F3FB}-\u{1F3FF}\u200d]|[:;]-?[)(dp](?![a-z])|\bxx{1,4}\b|\bxo(?:xo)?\b))+$/u,
  },
  {
    // Behind a bracket, a comma or a dash: whom or what it is about, by its number.
    hint: /\d/,
    is: new RegExp(
      `(?:\\s?[,;.!?([–-]|(?<=\\bthanks|\\bthank you)|\\s(?:for(?= ${OF})|(?=(?:ref|reference|customer|client) )))` +
        `\\s?(?:i am |i'm |it is |it's |its |that's )?(?:(?:about|re|for) )?(?:(?:my|the) )?` +
        `(?:${OF} ?)?(?:number|no\\.?|nr\\.?|id)?(?:\\s?(?:is|:))?\\s?${NUMBER}[\\s)\\].!]{0,3}$`,
      'u',
    ),
  },
  {
    hint: /\b(?:regards|wishes|greetings|sincerely|yours|cheers|thank|thx|best)/,
    // Behind a few words at least: "great, thanks, delivery time" is signed by nobody.
    is: new RegExp(
      `(?<=.{12}|\\n)${MARKS}${FAREWELL}(?:(?:\\s?[,.!]\\s{0,2}|\\s?\\n\\s?)[a-z]{2,20}(?: [a-z]{2,20})?|(?<=regards|wishes|greetings)(?: from [a-z]{2,20}(?: [a-z]{2,20})?)?)${END}`,
      'u',
    ),
  },
  {
    hint: /\b(?:thank|thn?x|tnx|ty|ta\b|cheers|apprec|(?:nice|good|great|lovely|wonderful|pleasant|fantastic) |(?:good)?bye|see (?:you|u|ya)|care|soon|bless|sorry)/,
    is: new RegExp(`${MARKS}(?:${GRATITUDE.join('|')})${END}`, 'u'),
  },
  {
    hint: /\b(?:urgent|important|know|answer|reply|respon|quick|hurry|asap|possible|rush|fast|waiting|forward)/,
    is: new RegExp(`${MARKS}(?:${HASTE.join('|')})${END}`, 'u'),
  },
  {
    hint: /\b(?:please|pls|plz|kindly|know|advise|back to me|help|ideas?\b|clue|tips|thoughts|advice|if |wonder|curious|asking)/,
    is: new RegExp(`${MARKS}(?:${PLEAS.join('|')})${END}`, 'u'),
  },
  { hint: /\bsent from/, is: new RegExp(`${MARKS}sent from my [a-z ]{2,20}$`, 'u') },
];

const GREETING =
  '(?:(?:hello|hi|hey+|hiya|heya|howdy|hallo|yo)|(?:good )?(?:morning|afternoon|evening)(?=\\s?[,!.]| (?:there|all))|good day|greetings)(?: (?:there|again|all|team|everyone|everybody|guys|folks|dear|sir|madam|mate|friends?|sir or madam))*';
/** One of these before a mark is a nod, not what is asked about: "fine, do you …", and "fine linen". */
const NOD =
  "(?:ok(?:ay)?|k|alright|all right|right|great|perfect|cool|nice|good|super|awesome|lovely|wonderful|excellent|understood|fine|sure|y(?:es|eah|ep)|no(?:pe)?|i see|got (?:it|that)|gotcha|makes sense|(?:that|it)(?:'s| is) (?:great|good|helpful|perfect|clear)|that helps|never ?mind|my bad|not what i (?:meant|asked)|thanks|thank (?:you|u)|thx|cheers)(?: (?:then|thanks|thank you|thx|now|for (?:that|this|the (?:info|information|answer|reply|help)|your (?:answer|reply|help))|so much|a lot|very much|cool|great|too|again))*";
const FILLER =
  '(?:u+m+|u+h+|e+r+m?|h+m+|ah+|oh+|well|so|and|but|also|like|look|listen|anyways?|actually|basically|btw|by the way|now|then|just|long story short)';

/** Each a beginning of the same kind: a salutation as in a letter, a polite opening, and who writes. */
export const ENGLISH_BEGINNINGS: readonly RegExp[] = [
  // One word for a name: "hi, it came broken, …" says what is wrong.
  /^\s?(?:dear(?: [a-z]{1,20}){1,4}|(?:hello|hi|hey|good (?:morning|afternoon|evening))(?: [a-z]{2,20})?)\s?[,!.\n]\s{0,2}/u,
  // Without a mark a single word behind it is a name.
  new RegExp(`^\\s?${GREETING}(?:\\s?[,!.:;–-]+\\s{0,2}|\\s(?=\\S+\\s+\\S)|$)`, 'u'),
  new RegExp(`^\\s?${NOD}\\s?(?:[,!.:;…–-]+\\s{0,2}|$)`, 'u'),
  new RegExp(`^\\s?(?:ok(?:ay)?|alright) (?:so|then|and|but|now|cool|great|thanks|thank you)\\b[\\s,.!:]*`, 'u'),
  new RegExp(`^\\s?${FILLER}\\b[\\s,.!:…–-]+`, 'u'),
  new RegExp(`^\\s?(?:please )?(?:${QUESTION_OPENERS.en})\\b(?:\\s?[,:;.!–-]+\\s{0,2}|\\s)(?:(?:if|whether) )?`, 'u'),
  /^(?:please|pls|plz)(?: advise)?[\s,:]+/u,
  /^my name is [a-z]{2,20}(?: [a-z]{2,20})?[.,!]\s{0,2}/u,
  /^(?:i am|i'm) (?:new here|an? (?:[a-z]{2,20} )?(?:customer|client)(?: (?:from|in|of) [a-z ]{2,20})?)[.,!]\s{0,2}/u,
];
