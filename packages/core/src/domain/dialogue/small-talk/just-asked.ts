import type { BotReply } from '../../conversation/bot-commands.ts';
import { declined } from '../person/person.ts';
import type { Turn } from '../turn.ts';

/** Longer messages tell or ask something besides. UTF-16 units. */
const LONGEST = 80;
const JUST_ASKED =
  /\b(?:i )?(?:was |am |'?m )?(?:just|only|simply) (?:asked|asking|wonder(?:ed|ing)|curious|wanted to (?:know|ask))[\s.!]*$|^[^？?吗嗎]*(?:只是|就是?|随便|隨便)(?:想)?(?:[问問](?:一下|[问問]|一[问問])?|了解一下|好奇)(?:而已|罢了)?[了啦的。.!！\s]*$/i;

/** "I don't want to cancel, I just asked": nothing is to be done, and what was answered is not wanted once more. */
export function justAsked(turn: Turn): BotReply | null {
  const { text, pressed, form, unsureStreak } = turn.input;
  if (pressed !== undefined || form || text.length > LONGEST || !JUST_ASKED.test(text)) return null;
  return { ...declined(turn), unsureStreak };
}
