import { z } from 'zod';

const moods = { negative: z.number(), neutral: z.number(), positive: z.number() };
/** Messages that were left out, by reason: nothing left of it, nothing said in any language, the bot's own words; and repeats. */
const droppedSchema = z.object({ empty: z.number(), gibberish: z.number(), bot: z.number(), duplicates: z.number() });

/** As the batch writes it; `examples` and `sample` are numbers of events, those below zero keys of feedback from elsewhere. */
export const insightThemesSchema = z.object({
  first: z.string(),
  through: z.string(),
  messages: z.number(),
  before: z.number(),
  none: z.number(),
  dropped: droppedSchema.default({ empty: 0, gibberish: 0, bot: 0, duplicates: 0 }),
  repeated: z.array(z.object({ n: z.number(), example: z.number() })).default([]),
  categories: z
    .array(z.object({ ...moods, category: z.string(), n: z.number(), examples: z.array(z.number()) }))
    .default([]),
  themes: z
    .array(
      z.object({
        id: z.string(),
        since: z.string(),
        name: z.string(),
        words: z.array(z.string()),
        size: z.number(),
        before: z.number(),
        mood: z.object({ score: z.number(), ...moods }),
        examples: z.array(z.number()),
        sample: z.array(z.number()),
      }),
    )
    .nullable(),
  known: z.array(z.object({ id: z.string(), name: z.string(), sample: z.array(z.number()) })),
});

/** Which messages raised a theme, by its id; numbers as above. */
export const insightRaisedSchema = z.record(z.string(), z.array(z.number()));

/** A typical message of a theme. */
export interface InsightExample {
  text: string;
  /** Its id, in the console's address. */
  conversation: string | null;
  /** Where it was said, by whom (the number of the contact, where it is one), and its own address; null: in the conversation. */
  elsewhere: { source: string; author: string | null; link: string | null; contact: number | null } | null;
}

/** What everyone who raised a theme is told. */
export interface ThemeNewsView {
  id: string;
  state: 'planned' | 'taken_back' | 'told';
  /** Until then it can be taken back. UTC milliseconds. */
  dueAt: number;
  people: number;
}

export interface InsightTheme {
  /** Stays from run to run. */
  id: string;
  /** The day on which it was first found. */
  since: string;
  name: string;
  /** What the batch calls it. */
  foundName: string;
  words: string[];
  /** Messages about it, and as many days before them. */
  size: number;
  before: number;
  /** Mean score from -1 to 1, and messages of each kind. */
  mood: { score: number; negative: number; neutral: number; positive: number };
  examples: InsightExample[];
  pinned: boolean;
  /** What was merged into it. */
  parts: { id: string; name: string }[];
  /** When the owner marked it as fixed (UTC milliseconds), and how many messages were about it since. */
  fixed: { at: number; since: number } | null;
  /** The last that was told, or is to be told. */
  news: ThemeNewsView | null;
}

/** What is in no theme, under one of the usual categories. */
export interface InsightCategory {
  category: string;
  n: number;
  negative: number;
  neutral: number;
  positive: number;
  examples: InsightExample[];
}

/** What visitors' messages were about; pinned themes first, then the largest; null where there are too few to say. */
export interface InsightThemes {
  first: string;
  through: string;
  messages: number;
  before: number;
  none: number;
  dropped: z.infer<typeof droppedSchema>;
  /** What came most often in the same words, with the last time that it was said. */
  repeated: { n: number; examples: InsightExample[] }[];
  /** The most frequent first. */
  categories: InsightCategory[];
  themes: InsightTheme[] | null;
  /** Messages about each theme, by its id, in the four weeks up to a day: a week apart, oldest first. */
  history: { through: string; sizes: Record<string, number> }[];
}

const theme = z.string().min(1).max(60);

/** What the owner says of a theme; what is left out stays as it is. */
export const themeMarkSchema = z.strictObject({
  theme,
  /** Null: as the batch calls it. */
  name: z.string().trim().min(1).max(80).nullable().optional(),
  pinned: z.boolean().optional(),
  /** Null: shown by itself again. */
  mergedInto: theme.nullable().optional(),
  fixed: z.boolean().optional(),
});
export type ThemeMarkChange = Omit<z.infer<typeof themeMarkSchema>, 'theme'>;

export const themeQuerySchema = z.object({ theme });

const told = z.string().trim().min(1).max(500).optional();
export const themeTellSchema = z.strictObject({ theme, text: z.strictObject({ en: told, zh: told }) });
export const themeUntellSchema = z.strictObject({ theme, id: z.uuid() });

/** Who would be told that a theme is fixed. */
export interface ThemeRaisers {
  /** Each person once; those who were erased or are blocked are not among them, nor those who were told before. */
  people: number;
  /** Whose mail address is known. */
  byMail: number;
  /** Some of them, the last to write first. */
  some: { name: string | null; conversation: string; mail: boolean; at: number }[];
}
