/** Which code makes the results: to be counted up with each change of what comes out. Another one replays everything. */
export const MODEL = 'figures-17';
