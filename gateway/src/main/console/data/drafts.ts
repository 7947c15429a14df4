// What was typed and not yet sent, kept in this browser (IndexedDB) by person and place: it survives an expired session,
// a closed page and a lost network.
const NAME = 'linli';
const STORE = 'drafts';

let opened: Promise<IDBDatabase> | undefined;

const database = (): Promise<IDBDatabase> => {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  return opened;
};

async function within<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const store = (await database()).transaction(STORE, mode).objectStore(STORE);
  const request = work(store);
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

export const keepDraft = (place: string, draft: unknown): Promise<unknown> =>
  within('readwrite', (store) => store.put(draft, place));

export const keptDraft = async <T>(place: string): Promise<T | undefined> => within('readonly', (store) => store.get(place));

export const dropDraft = (place: string): Promise<unknown> => within('readwrite', (store) => store.delete(place));

// When somebody signs out on a shared computer, nothing of theirs stays.
export const dropAllOf = async (person: string): Promise<void> => {
  const keys = await within('readonly', (store) => store.getAllKeys());
  await Promise.all(keys.filter((key) => String(key).startsWith(`${person} `)).map((key) => dropDraft(String(key))));
};
