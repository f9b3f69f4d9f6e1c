import type { Voice } from '../../voice.ts';
import type { BotTexts } from './bot-texts.ts';

export function englishTexts({ botName, tone }: Voice): BotTexts {
  const name = botName.en;
  return tone === 'formal' ? formal(name) : friendly(name);
}

/** One wording whatever the tone: nobody in danger is read to in style. */
const EMERGENCY: Pick<BotTexts, 'emergencyCall' | 'emergencyAgain' | 'emergencyTold' | 'emergencyButton' | 'inDanger'> =
  {
    emergencyCall: (number) =>
      `This may be an emergency. Call ${number} now, or have somebody near you call. I am a bot and cannot judge it.`,
    emergencyAgain: (number) =>
      `I cannot judge that. Please call ${number} now: the people there tell you what to do, step by step.`,
    emergencyTold: (owner) => `I have passed this on to ${owner}, but do not wait for an answer here.`,
    emergencyButton: (number) => `Call ${number}`,
    inDanger: (number) => `If somebody is in danger, do not wait: call ${number}.`,
  };

function friendly(name: string | undefined): BotTexts {
  return {
    didYouMean: 'I want to be sure. Did you mean one of these? If not, say it in other words.',
    noneOfThese: 'None of these',
    unsureButNear:
      "I'm not sure that I know that. Is it one of these? If not, say it in other words, or I can get a person for you.",
    unsure: "I don't know the answer to that. Could you say it in other words? Or I can get a person for you.",
    mayHelp: (title) => `I'm not sure, but this may help: ${title}`,
    talkToPerson: 'Talk to a person',
    goOnWithBot: 'Go on with the bot',
    resumed: "I'm back. What else can I do for you? Your question to the team is kept.",
    greeting:
      name === undefined ? 'Hello! What can I do for you?' : `Hello! I'm ${name}, a bot. What can I do for you?`,
    thanks: "You're welcome! Is there anything else?",
    thanksBetween: "You're welcome!",
    goodbye: 'Goodbye! Write again whenever you like.',
    compliment: "Thank you, that's kind! Is there anything else I can do?",
    insulted: "I'm sorry that I'm no help so far. Tell me once more what you need, or I can get a person for you.",
    annoyed: "I'm sorry that something went wrong. Tell me what happened, or I can get a person for you.",
    noHelp: "I'm sorry that this didn't solve it, and it is all that I know about it. I can get a person for you.",
    toldAll: "What I've said is all that I know about that. I can get a person for you who knows more.",
    iAmABot: `I'm ${named(name)}: I answer common questions at once, and get a person when I can't.`,
    abilities: "I answer common questions at once, such as these. What I can't answer I pass on to a person.",
    maker: (business) => `I'm a program. ${business} set me up and wrote the answers that I give.`,
    offTopic: (business) =>
      `That's beyond me, I'm afraid: I only know about ${business}. What can I help you with there?`,
    declined: 'All right. Ask me whenever there is something else.',
    askBack: "I'm here. What would you like to know?",
    apologised: 'No harm done! What can I do for you?',
    apologisedBetween: 'No harm done!',
    fileCame: "Thank you, I have your file. I can't look into it myself: what is it about?",
    orderNamed: (order) => `Order ${order}: what can I do about it?`,
    detailNamed: (detail) => `I've noted ${detail}. What is it about?`,
    aboutBooking: 'All right. Would you like to change it, or to know something about it?',
    languages: (spoken) => `You can write to me in ${spoken}.`,
    handoffHere: (owner) => `Of course. I'm calling ${owner}. You can go on writing; nothing gets lost.`,
    handoffAway: (owner, when) =>
      `${owner} is not at the desk right now. You'll have an answer by ${when}. You can go on writing; nothing gets lost.`,
    handoffUnsureHere: (owner) => `I can't answer that, so I'm calling ${owner}. You can go on writing.`,
    handoffUnsureAway: (owner, when) =>
      `I can't answer that, and ${owner} is not at the desk right now. You'll have an answer by ${when}. You can go on writing.`,
    closedFor: (holiday) => `We are closed today for ${holiday}.`,
    ownerSilent: (owner, when) =>
      `I'm sorry that it takes so long. ${owner} will answer by ${when}. Meanwhile you can go on with me, the bot.`,
    ...EMERGENCY,
  };
}

function formal(name: string | undefined): BotTexts {
  return {
    didYouMean: 'I would like to be certain. Did you mean one of these? If not, please put it in other words.',
    noneOfThese: 'None of these',
    unsureButNear:
      'I am not certain that I know that. Is it one of these? If not, please put it in other words, or I can ask a person to help you.',
    unsure: 'I do not know the answer to that. Could you put it in other words? I can also ask a person to help you.',
    mayHelp: (title) => `I am not certain, but this may help: ${title}`,
    talkToPerson: 'Speak to a person',
    goOnWithBot: 'Continue with the bot',
    resumed: 'I am at your service again. What else may I do for you? Your question to the team is kept.',
    greeting:
      name === undefined ? 'Good day. How may I help you?' : `Good day. I am ${name}, a bot. How may I help you?`,
    thanks: 'You are welcome. Is there anything else I may do for you?',
    thanksBetween: 'You are welcome.',
    goodbye: 'Goodbye. Please write again at any time.',
    compliment: 'Thank you, that is kind of you. Is there anything else I may do for you?',
    insulted:
      'I am sorry that I have been no help so far. Please tell me once more what you need, or I can call a person.',
    annoyed: 'I am sorry that something went wrong. Please tell me what happened, or I can call a person.',
    noHelp:
      'I am sorry that this did not solve it, and it is all that I know about it. I can ask a person to help you.',
    toldAll: 'What I have said is all that I know about that. I can ask a person who knows more to help you.',
    iAmABot: `I am ${named(name)}: I answer common questions at once, and call a person when I cannot.`,
    abilities: 'I answer common questions at once, such as these. What I cannot answer I pass on to a person.',
    maker: (business) => `I am a program. ${business} set me up and wrote the answers that I give.`,
    offTopic: (business) =>
      `I am afraid that is beyond me: I only know about ${business}. How may I help you with that?`,
    declined: 'Very well. Please ask whenever there is something else.',
    askBack: 'I am here. What would you like to know?',
    apologised: 'No harm done. What may I do for you?',
    apologisedBetween: 'No harm done.',
    fileCame: 'Thank you, your file has arrived. I cannot look into it myself: what is it about?',
    orderNamed: (order) => `Order ${order}: what can I do about it?`,
    detailNamed: (detail) => `I have noted ${detail}. What is it about?`,
    aboutBooking: 'Very well. Would you like to change it, or to know something about it?',
    languages: (spoken) => `You may write to me in ${spoken}.`,
    handoffHere: (owner) => `Certainly. I am calling ${owner}. You may go on writing; nothing gets lost.`,
    handoffAway: (owner, when) =>
      `${owner} is not at the desk at present. You will have an answer by ${when}. You may go on writing; nothing gets lost.`,
    handoffUnsureHere: (owner) => `I cannot answer that, so I am calling ${owner}. You may go on writing.`,
    handoffUnsureAway: (owner, when) =>
      `I cannot answer that, and ${owner} is not at the desk at present. You will have an answer by ${when}. You may go on writing.`,
    closedFor: (holiday) => `We are closed today for ${holiday}.`,
    ownerSilent: (owner, when) =>
      `I am sorry that it takes so long. ${owner} will answer by ${when}. Meanwhile you may continue with me, the bot.`,
    ...EMERGENCY,
  };
}

function named(name: string | undefined): string {
  return name === undefined ? 'a bot' : `${name}, a bot`;
}
