function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

/** Turn what follows round; so does everything that ends in n't. */
export const NEGATORS =
  words(`not no never none nobody nothing neither nor nowhere cannot without hardly barely scarcely cant dont doesnt didnt
  isnt wasnt arent werent wont wouldnt couldnt shouldnt hasnt havent hadnt aint lack lacks lacking`);

/** Words that make the next one stronger, or weaker (negative). After Hutto and Gilbert (2014), with customers' own. */
export const DEGREES: ReadonlyMap<string, number> = new Map([
  ...['very', 'really', 'so', 'super', 'highly', 'truly', 'beyond', 'damn', 'freaking'].map(
    (word) => [word, 0.3] as const,
  ),
  ...['extremely', 'absolutely', 'totally', 'completely', 'incredibly', 'utterly', 'insanely'].map(
    (word) => [word, 0.4] as const,
  ),
  ...['too', 'such', 'most', 'especially'].map((word) => [word, 0.2] as const),
  ...['quite', 'pretty'].map((word) => [word, 0.1] as const),
  ...['slightly', 'somewhat', 'kinda', 'kind', 'bit', 'almost', 'partly', 'little'].map(
    (word) => [word, -0.3] as const,
  ),
  ...['fairly', 'rather'].map((word) => [word, -0.1] as const),
]);

/** What follows them weighs more than what went before. */
export const TURNS = words('but however although though except');

/** Those of them that end what they turn from; what follows "although" does not weigh more. */
export const BUTS = words('but however');

export const QUESTION_WORDS = words(
  'what where when which who how why is are do does did can could will would may should any',
);

/** Never shown as words that decided, however often they stand beside such. */
export const FUNCTION_WORDS =
  words(`a an the i me my mine we us our you your yours he him his she her it its they them their this that these those
  am is are was were be been being do does did doing have has had having will would shall should can could may might must to of in on at by for
  with from as and or if then than so but because while when where which who whom whose what how there here up down out off over under about
  into onto just also very too s t d m re ve ll u ur im ive id get got go going went one two some any all each every both other another more most
  much many such own same rt`);
