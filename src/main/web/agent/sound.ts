import type { Ring } from './desk';
import { keep } from './keep';

export const TONES = ['soft', 'bell', 'knock'] as const;
export type Tone = (typeof TONES)[number];
export const VOLUMES = [1, 2, 3] as const;
export type Volume = (typeof VOLUMES)[number];

export interface SoundChoice {
  on: boolean;
  tone: Tone;
  volume: Volume;
}

/** Frequencies of the two notes, and the shape of the wave. */
const NOTES: Record<Tone, { low: number; high: number; wave: OscillatorType }> = {
  soft: { low: 587, high: 880, wave: 'sine' },
  bell: { low: 1047, high: 1568, wave: 'triangle' },
  knock: { low: 196, high: 247, wave: 'square' },
};
const LOUDNESS: Record<Volume, number> = { 1: 0.05, 2: 0.12, 3: 0.35 };
const STANDARD: SoundChoice = { on: true, tone: 'soft', volume: 2 };

/** What a person wants to hear, kept for each who uses this browser. Event: `change`. */
class Sound extends EventTarget {
  private person = '';
  private audio?: AudioContext;

  /** Browsers are silent until somebody clicks or types; from the first time on there is sound. */
  arm(): void {
    const acts = ['pointerdown', 'click', 'keydown'] as const;
    const acted = () => {
      this.wake();
      this.changed();
      if (this.awake) acts.forEach((act) => removeEventListener(act, acted, { capture: true }));
    };
    acts.forEach((act) => addEventListener(act, acted, { capture: true }));
  }

  of(person: string): void {
    this.person = person;
    this.changed();
  }

  get choice(): SoundChoice {
    return { ...STANDARD, ...keep.sound(this.person) };
  }

  /** Whether the browser would let it be heard. */
  get awake(): boolean {
    return this.audio?.state === 'running' || navigator.userActivation?.hasBeenActive === true;
  }

  choose(change: Partial<SoundChoice>): void {
    keep.setSound(this.person, { ...this.choice, ...change });
    this.changed();
    this.chime('message');
  }

  /** A short tone, if wanted; higher and twice for what cannot wait. */
  chime(kind: Ring): void {
    if (this.choice.on) this.ring(kind);
  }

  /** Somebody is in danger: nobody has chosen not to hear that. */
  alarm(): void {
    this.ring('offer');
  }

  private ring(kind: Ring): void {
    const { tone, volume } = this.choice;
    if (!this.awake) return;
    try {
      const audio = this.wake();
      const notes = NOTES[tone];
      const urgent = kind === 'offer' || kind === 'call';
      this.play(audio, 0, urgent ? notes.high : notes.low, notes.wave, LOUDNESS[volume]);
      if (urgent) this.play(audio, 0.22, notes.high * 1.335, notes.wave, LOUDNESS[volume]);
    } catch {
      // No audio device, or no permission yet: the page shows everything that it would have said.
    }
  }

  private wake(): AudioContext {
    this.audio ??= new AudioContext();
    if (this.audio.state === 'suspended') void this.audio.resume().then(() => this.changed());
    return this.audio;
  }

  private changed(): void {
    this.dispatchEvent(new CustomEvent('change'));
  }

  private play(audio: AudioContext, after: number, frequency: number, wave: OscillatorType, loudness: number): void {
    const start = audio.currentTime + after;
    const gain = audio.createGain();
    gain.gain.setValueAtTime(0.0001, start);
    gain.gain.exponentialRampToValueAtTime(loudness, start + 0.02);
    gain.gain.exponentialRampToValueAtTime(0.0001, start + 0.18);
    const oscillator = audio.createOscillator();
    oscillator.type = wave;
    oscillator.frequency.value = frequency;
    oscillator.connect(gain).connect(audio.destination);
    oscillator.start(start);
    oscillator.stop(start + 0.2);
  }
}

export const sound = new Sound();
