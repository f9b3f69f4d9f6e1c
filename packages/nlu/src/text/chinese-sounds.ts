import { SOUNDS_ALIKE } from '../data/chinese-sounds.ts';

/** Simplified characters that sound alike, by the number of their sound. */
export const CHARACTERS_BY_SOUND: readonly (readonly string[])[] = Object.values(SOUNDS_ALIKE).map((row) => [...row]);

const soundsByCharacter = new Map<string, number[]>();

/** The numbers of the sounds that a character has; of one that is rare or traditional, or is none, there are none. */
export function soundsOf(character: string): readonly number[] {
  if (soundsByCharacter.size === 0) {
    for (const [sound, characters] of CHARACTERS_BY_SOUND.entries()) {
      for (const each of characters) soundsByCharacter.set(each, [...(soundsByCharacter.get(each) ?? []), sound]);
    }
  }
  return soundsByCharacter.get(character) ?? [];
}

export function soundAlike(one: string, other: string): boolean {
  const sounds = soundsOf(other);
  return soundsOf(one).some((sound) => sounds.includes(sound));
}
