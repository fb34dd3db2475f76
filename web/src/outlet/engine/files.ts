// Photos that were taken without a line, or are on their way: their bytes lie on the tablet's disk
// until the server has said that it holds every one of them.
import { storeEvidence } from '../../api/client';
import type { Commands, EvidenceMedia, Reply, Time } from '../../api/contract';
import { ApiProblem } from '../../api/problem';
import type { Database } from './database';
import type { Entry } from './entry';

type Store = Commands['evidence.store'];

const medias: Record<string, EvidenceMedia> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
};

export class Files {
  private readonly pictures = new Map<string, string>();
  constructor(private readonly disk: Database) {}

  async keep(file: Blob): Promise<Pick<Store, 'sha256' | 'media' | 'bytes'>> {
    const small = await shrunk(file);
    const media = medias[small.type];
    if (!media) throw new TypeError(`no evidence is of the type ${small.type}`);
    const sha256 = await hashOf(small);
    await this.disk.set('files', sha256, small);
    return { sha256, media, bytes: small.size };
  }

  // The server's receipt has been compared with the hash; only then are the bytes let go.
  async send({ body, key }: Entry, now: Time, signal: AbortSignal): Promise<Reply> {
    const store = body as Store;
    const bytes = await this.disk.get<Blob>('files', store.sha256);
    if (!bytes) throw new ApiProblem({ code: 'web.file-lost', status: 410 });
    await storeEvidence(store, bytes, { key, signal });
    const stream = `evidence/${store.outlet}`;
    return { seq: 0, event: 'evidence.stored', stream, version: 0, at: now };
  }

  // At a start: what is recorded needs no copy here any more.
  async forgetAllBut(entries: readonly Entry[]): Promise<void> {
    const needed = new Set(
      entries
        .filter((e) => e.command === 'evidence.store' && ['waiting', 'conflict'].includes(e.state))
        .map((e) => (e.body as Store).sha256),
    );
    for (const key of await this.disk.keys('files'))
      if (!needed.has(key)) await this.disk.remove('files', key);
  }

  // To be shown before the server has it.
  async picture(sha256: string): Promise<string | undefined> {
    const known = this.pictures.get(sha256);
    if (known) return known;
    const bytes = await this.disk.get<Blob>('files', sha256);
    if (!bytes) return undefined;
    const address = URL.createObjectURL(bytes);
    this.pictures.set(sha256, address);
    return address;
  }
}

async function hashOf(file: Blob): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((b) => b.toString(16).padStart(2, '0')).join('');
}

const longestSide = 1600; // A label stays readable, and a photo has some 300 KB.

// What a camera gives is larger than the line can bear; what is no picture goes as it is.
async function shrunk(file: Blob): Promise<Blob> {
  if (!file.type.startsWith('image/')) return file;
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  if (scale === 1 && file.size < 400_000 && medias[file.type]) return file;
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext('2d')!.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((done, failed) =>
    canvas.toBlob(
      (blob) => (blob ? done(blob) : failed(new Error('the picture cannot be written'))),
      'image/jpeg',
      0.8,
    ),
  );
}
