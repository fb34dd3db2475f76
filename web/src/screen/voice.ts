// The voice of the hall: one announcement after the other, each a chime and, where the machine can
// speak the language, a sentence. Browsers stay silent until somebody has touched the page, unless
// they are started for it (docs/how-to/hall-display.md); until then the display says so.
export type Sound = 'ready' | 'locked' | 'muted';

const remembered = 'waystation.screen.muted';
const longest = 12_000; // An utterance whose end is never told does not stop the others.

export class Voice {
  sound: Sound;
  private waiting: { text: string; language: string }[] = [];
  private saying = false;
  private audio?: AudioContext;

  constructor(private readonly changed: () => void) {
    this.sound = localStorage.getItem(remembered) === 'yes' ? 'muted' : 'locked';
    if (this.sound !== 'muted') this.open();
    for (const touch of ['pointerdown', 'keydown']) {
      window.addEventListener(touch, () => this.sound === 'locked' && this.open());
    }
  }

  toggle(): void {
    const muted = this.sound !== 'muted';
    localStorage.setItem(remembered, muted ? 'yes' : 'no');
    this.sound = muted ? 'muted' : 'locked';
    if (muted) this.hush();
    else this.open();
    this.changed();
  }

  say(text: string, language: string): void {
    if (this.sound === 'muted') return;
    this.waiting.push({ text, language });
    if (!this.saying) void this.sayAll();
  }

  private open(): void {
    if (!this.audio) {
      this.audio = new AudioContext();
      this.audio.addEventListener('statechange', () => this.look());
    }
    void this.audio.resume().catch(() => {});
    this.look();
  }

  private look(): void {
    if (this.sound === 'muted') return;
    this.sound = this.audio?.state === 'running' ? 'ready' : 'locked';
    this.changed();
  }

  private hush(): void {
    this.waiting = [];
    window.speechSynthesis?.cancel();
  }

  private async sayAll(): Promise<void> {
    this.saying = true;
    for (let next = this.waiting.shift(); next; next = this.waiting.shift()) {
      await this.chime();
      await speak(next.text, next.language);
    }
    this.saying = false;
  }

  // Two tones, a third apart: also the whole announcement where nothing can speak.
  private async chime(): Promise<void> {
    const { audio } = this;
    if (audio?.state !== 'running') return;
    for (const [i, pitch] of [659.3, 523.3].entries()) {
      const at = audio.currentTime + i * 0.35;
      const tone = audio.createOscillator();
      const loudness = audio.createGain();
      tone.frequency.value = pitch;
      loudness.gain.setValueAtTime(0.4, at);
      loudness.gain.exponentialRampToValueAtTime(0.001, at + 0.6);
      tone.connect(loudness).connect(audio.destination);
      tone.start(at);
      tone.stop(at + 0.6);
    }
    await after(1000);
  }
}

const after = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

function speak(text: string, language: string): Promise<void> {
  const speech = window.speechSynthesis;
  const own = language.slice(0, 2);
  const voice = speech?.getVoices().find((v) => v.lang.startsWith(own));
  if (!speech || !voice) return Promise.resolve();
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.voice = voice;
  utterance.lang = voice.lang;
  utterance.rate = 0.9;
  const ended = new Promise<void>((done) => {
    utterance.addEventListener('end', () => done());
    utterance.addEventListener('error', () => done());
  });
  speech.speak(utterance);
  return Promise.race([ended, after(longest)]);
}
