import type { OutboxEntry } from '../domain/outbox/outbox-entry.ts';
import type { Locale } from '../domain/locale.ts';
import type { SurveyAnswered, SurveyAsk, SurveyChannel, SurveyRequest } from '../domain/survey/survey-request.ts';

/** A score that somebody gave. */
export interface GivenScore {
  /** 1 to 10. */
  readonly score: number;
  readonly word: string;
  /** When it was first given. UTC milliseconds. */
  readonly at: number;
  readonly survey: string;
  readonly channel: SurveyChannel;
  readonly locale: Locale;
  readonly contactKey: number | null;
  readonly conversationKey: number | null;
  readonly ticket: number | null;
}

/** A mail that asks, and the hash of the token in its link: the token itself is stored with the mail alone, until it is sent. */
export interface SurveyMail {
  /** Lower case. */
  readonly address: string;
  readonly tokenHash: string;
  /** Of the link by which its reader is not asked any more. */
  readonly leaveHash: string;
  readonly entry: OutboxEntry;
}

/** Whether somebody may be sent a survey: not again so soon, and never who said that they want none. */
export type SurveyStanding = 'free' | 'rests' | 'left';

/** Since when somebody is sent no more mails that ask, and who said so: they themselves, by a mail's link, or the owner. */
export interface SurveyExit {
  /** UTC milliseconds. */
  readonly at: number;
  readonly by: 'reader' | 'owner';
}

/** How many were asked, and what they did. */
export interface SurveyCount {
  readonly asked: number;
  readonly answered: number;
  readonly skipped: number;
}

/** What people are asked, and what they answer. Everything is one site's; questions after a resolution are added by `commit` as well. */
export interface SurveyStore {
  /**
   * Asks somebody, with the mail that does so. @returns false when they (or the address) were asked within the time to rest,
   * or want no such mails; then nothing is stored.
   */
  askSurvey(ask: SurveyAsk, mail?: SurveyMail): Promise<boolean>;
  /** What `askSurvey` would find of a contact, or the address, which got a survey after `since`, or left. */
  surveyStanding(
    site: string,
    of: { contactKey: number | null; address: string },
    since: number,
  ): Promise<SurveyStanding>;
  findSurveyRequest(site: string, id: string): Promise<SurveyRequest | null>;
  /** Of whatever site: the token is proof enough. */
  findSurveyByToken(tokenHash: string): Promise<SurveyRequest | null>;
  /** By the other token of its mail, of whatever site. */
  findSurveyByLeaveToken(leaveHash: string): Promise<SurveyRequest | null>;
  /**
   * Sends who got this mail (by contact or address) no more of them, of whatever name, from now on.
   * @returns false when there is no such mail
   */
  leaveSurveys(leaveHash: string, at: number): Promise<boolean>;
  /** Takes it back, by whichever of their mails it was said, or if the owner said it. @returns false when there is no such mail */
  returnToSurveys(leaveHash: string): Promise<boolean>;
  /** Whether and since when a contact (or an address) is sent no more of them. What a reader says goes before what the owner says. */
  surveyExit(site: string, of: { contactKey: number; address: string }): Promise<SurveyExit | null>;
  /** The owner says it of a contact: by them, and by their address, if there is one. Once; nothing is changed where it was said already. */
  leaveSurveysFor(
    site: string,
    of: { contactKey: number; address: string; locale: Locale },
    id: string,
    at: number,
  ): Promise<void>;
  /** Takes back what the owner said; what a reader said stays. */
  returnToSurveysFor(site: string, of: { contactKey: number; address: string }): Promise<void>;
  /** The last time that a visitor was asked how it was. */
  satisfactionOfVisitor(site: string, visitorKey: number): Promise<SurveyRequest | null>;
  /** @param before `answeredAt` of the request that was decided on. @returns false when somebody was faster, or there is none. */
  saveSurveyAnswer(
    site: string,
    id: string,
    before: number | null,
    answered: SurveyAnswered,
    /** What is to be sent because of it. */
    outbox?: readonly OutboxEntry[],
  ): Promise<boolean>;

  /** Questions after a resolution of all sites that were asked at `moment` or before and wait for an answer or a mail; the oldest first. */
  satisfactionToMail(moment: number, limit: number): Promise<SurveyRequest[]>;
  /**
   * Sends a question by mail, or settles that none is sent (`mail` null). @returns false when it was answered or settled meanwhile, or
   * the address got such a mail since `restSince`, or its reader wants none: then none is sent, and none will be.
   */
  mailSatisfaction(
    request: Pick<SurveyRequest, 'site' | 'id'>,
    at: number,
    restSince: number,
    mail: SurveyMail | null,
  ): Promise<boolean>;

  /** By the moment in which they were first given, oldest first; `to` exclusive. */
  scores(site: string, from: number, to: number): Promise<GivenScore[]>;
  /** Newest answer first; of one survey, or of one conversation. */
  surveyAnswers(
    site: string,
    of: { survey: string } | { conversationKey: number },
    limit: number,
  ): Promise<SurveyRequest[]>;
  countSurvey(site: string, survey: string): Promise<SurveyCount>;
}
