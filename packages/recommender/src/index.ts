export type { Interaction, InteractionKind } from './interaction.ts';
export { interactionWeight, KIND_WEIGHTS, LIKED_FROM } from './interaction.ts';
export type { Encounter } from './models/history.ts';
export type { Mix, MixSettings } from './models/mix.ts';
export { fitParts } from './models/mix.ts';
export { chooseMix, DEFAULT_MIX } from './models/choose-mix.ts';
export type { LeaveLastOut, ModelName, RankingFigures } from './evaluation/leave-last-out.ts';
export { leaveLastOut } from './evaluation/leave-last-out.ts';
