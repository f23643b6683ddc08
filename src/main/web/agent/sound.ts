import type { Ring } from './desk';

let context: AudioContext | undefined;

/** A short, soft tone; higher and twice for what cannot wait. Silent where the browser forbids sound. */
export function chime(kind: Ring): void {
  try {
    context ??= new AudioContext();
    const urgent = kind === 'offer' || kind === 'call';
    tone(context, 0, urgent ? 880 : 587);
    if (urgent) tone(context, 0.22, 1175);
  } catch {
    // No audio device, or no permission yet: the page shows everything that it would have said.
  }
}

function tone(audio: AudioContext, after: number, frequency: number): void {
  const start = audio.currentTime + after;
  const gain = audio.createGain();
  gain.gain.setValueAtTime(0.0001, start);
  gain.gain.exponentialRampToValueAtTime(0.12, start + 0.02);
  gain.gain.exponentialRampToValueAtTime(0.0001, start + 0.18);
  const oscillator = audio.createOscillator();
  oscillator.frequency.value = frequency;
  oscillator.connect(gain).connect(audio.destination);
  oscillator.start(start);
  oscillator.stop(start + 0.2);
}
