/**
 * Parts that few visitors need, in one file that comes when the first of them is wanted; files of messages have their own (later-files.tsx). One file and not one each: what two
 * of them shared with the panel would become a file of its own, which every visitor would wait for.
 */
export { AskTools } from './ask/ask-tools.tsx';
export { MenuItems } from './menu/menu-items.tsx';
export { Survey } from './survey/survey.tsx';
export { TicketCard } from './ticket/ticket-card.tsx';
export { Erased } from './view/erased.tsx';
export { Problems } from './view/problems.tsx';
