// The tablet's own disk (IndexedDB): writes that wait, the bytes of photos that go with them, the
// last views, and who is signed in.
import type { Entry, Shelf } from './entry';

const stores = ['outbox', 'views', 'device', 'files'] as const;
type StoreName = (typeof stores)[number];

const refused = () => new Error('the disk refused');
const asked = <T>(request: IDBRequest<T>) =>
  new Promise<T>((found, failed) => {
    request.addEventListener('success', () => found(request.result));
    request.addEventListener('error', () => failed(request.error ?? refused()));
  });

export class Database {
  private constructor(private readonly db: IDBDatabase) {}

  // Each workplace of a device has a disk of its own: what one forgets, another keeps.
  static async open(name = 'waystation-outlet'): Promise<Database> {
    const request = indexedDB.open(name, 2);
    request.onupgradeneeded = ({ oldVersion }) => {
      if (oldVersion < 1) {
        request.result.createObjectStore('outbox', { keyPath: 'n', autoIncrement: true });
        request.result.createObjectStore('views');
        request.result.createObjectStore('device');
      }
      request.result.createObjectStore('files');
    };
    return new Database(await asked(request));
  }

  // One transaction; it returns when the device has it on its disk ("strict"), not before.
  private async change(store: StoreName, act: (s: IDBObjectStore) => void): Promise<void> {
    const work = this.db.transaction(store, 'readwrite', { durability: 'strict' });
    const written = new Promise<void>((done, failed) => {
      work.addEventListener('complete', () => done());
      work.addEventListener('abort', () => failed(work.error ?? refused()));
    });
    act(work.objectStore(store));
    await written;
  }

  private read<T>(store: StoreName, act: (s: IDBObjectStore) => IDBRequest): Promise<T> {
    return asked<T>(act(this.db.transaction(store).objectStore(store)) as IDBRequest<T>);
  }

  get<T>(store: 'views' | 'device' | 'files', key: string): Promise<T | undefined> {
    return this.read(store, (s) => s.get(key));
  }
  set(store: 'views' | 'device' | 'files', key: string, value: unknown): Promise<void> {
    return this.change(store, (s) => void s.put(value, key));
  }
  keys(store: 'files'): Promise<string[]> {
    return this.read(store, (s) => s.getAllKeys());
  }
  remove(store: 'files', key: string): Promise<void> {
    return this.change(store, (s) => void s.delete(key));
  }
  clear(store: 'views' | 'device'): Promise<void> {
    return this.change(store, (s) => void s.clear());
  }

  readonly outbox: Shelf = {
    all: () => this.read<Entry[]>('outbox', (s) => s.getAll()),
    add: async (entry) => {
      let n = 0;
      await this.change('outbox', (s) => {
        const added = s.add(entry);
        added.onsuccess = () => (n = Number(added.result));
      });
      return { ...entry, n };
    },
    put: (entry) => this.change('outbox', (s) => void s.put(entry)),
    remove: (numbers) => this.change('outbox', (s) => numbers.forEach((n) => s.delete(n))),
  };
}
