// LevelDB in TypeScript: the same bytes come of it as of leveldb.spec.json.
import type {
  bool,
  ConstPtr,
  ConstRef,
  Cpp,
  char,
  int,
  Module,
  Ptr,
  Ref,
  StopIteration,
  std,
} from "gen-bindings/types";

export const specVersion = 1;

export const module = {
  name: "leveldb",
  doc: "LevelDB: an ordered store of bytes on disk, for one process at a time. Any number of threads may use a DB at once.",
  headers: [
    "error.hpp",
    "key_order.hpp",
    "options.hpp",
    "write_batch.hpp",
    "database.hpp",
    "snapshot.hpp",
    "cursor.hpp",
    "converters.hpp",
  ],
  sources: [
    "error.cpp",
    "order_guard.cpp",
    "database.cpp",
    "snapshot.cpp",
    "cursor.cpp",
    "converters.cpp",
  ],
  link: ["leveldb"],
} satisfies Module;

/**
 * bytes.
 *
 * @python bytes
 * @converters leveldb_adapters::register_converters
 */
export type Slice = Cpp<"leveldb::Slice">;

/**
 * bytes or None.
 *
 * @python bytes | None
 */
export type OptionalSlice = Cpp<"std::optional<leveldb::Slice>">;

/**
 * bytes.
 *
 * @python bytes
 */
export type Bytes = Cpp<"leveldb_adapters::Bytes">;

/**
 * The tuple (key, value).
 *
 * @python tuple[bytes, bytes]
 */
export type Entry = Cpp<"std::pair<leveldb_adapters::Bytes, leveldb_adapters::Bytes>">;

/**
 * str or None.
 *
 * @python str | None
 */
export type OptionalText = Cpp<"std::optional<std::string>">;

/**
 * What LevelDB reports in a Status.
 *
 * @exception
 * @cpp leveldb_adapters::Error
 */
export declare class LevelDBError {}

/**
 * There is no such key.
 *
 * @exception
 * @cpp leveldb_adapters::NotFound
 */
export declare class NotFoundError extends LevelDBError {}

/**
 * What is on disk is damaged.
 *
 * @exception
 * @cpp leveldb_adapters::Corruption
 */
export declare class CorruptionError extends LevelDBError {}

/**
 * @exception
 * @cpp leveldb_adapters::NotSupported
 */
export declare class NotSupportedError extends LevelDBError {}

/**
 * The options do not fit the database, or an Iterator is at no entry.
 *
 * @exception
 * @cpp leveldb_adapters::InvalidArgument
 */
export declare class InvalidArgumentError extends LevelDBError {}

/**
 * A file could not be read or written, or the database is open already.
 *
 * @exception
 * @cpp leveldb_adapters::IOError
 */
export declare class IOError extends LevelDBError {}

/**
 * A comparator has raised an error. The database writes no more, so that nothing is lost; open it again.
 *
 * @exception
 * @cpp leveldb_adapters::OrderLost
 */
export declare class OrderLostError extends LevelDBError {}

/**
 * There is no next entry.
 *
 * @exception
 * @cpp leveldb_adapters::NoMoreEntries
 */
export declare class NoMoreEntries extends StopIteration {}

/**
 * @cpp leveldb::CompressionType
 * @export
 */
export declare enum CompressionType {
  /** @cpp leveldb::kNoCompression */
  kNoCompression,
  /** @cpp leveldb::kSnappyCompression */
  kSnappyCompression,
}

/**
 * The version of LevelDB.
 *
 * @cpp leveldb::kMajorVersion
 */
export declare const kMajorVersion: int;

/** @cpp leveldb::kMinorVersion */
export declare const kMinorVersion: int;

/**
 * An order of keys, for a class of Python to derive from. LevelDB calls Compare on the threads of its callers and on a thread of its own.
 *
 * @cpp leveldb_adapters::KeyOrder
 * @copyable false
 */
export declare abstract class Comparator {
  /**
   * The name is stored in the database, which opens only with a comparator of the same name.
   *
   * @example Comparator('mine').Name() returns 'mine'
   */
  constructor(name: std.string);
  /**
   * Negative where a comes before b, positive where it comes after, 0 for the same key.
   *
   * @const
   * @thread native
   * @onError {"policy":"deferred","value":"leveldb_adapters::no_order"}
   * @example db.Get(b'a') returns b'1' after Backwards = type('Backwards', (Comparator,), {'Compare': lambda self, a, b: (a < b) - (a > b)}); order = Backwards('backwards'); import tempfile; folder = tempfile.TemporaryDirectory(); options = Options(); options.create_if_missing = True; options.SetComparator(order); db = DB.Open(options, folder.name); db.Put(b'a', b'1'); db.Put(b'b', b'2')
   * @example (db.CompactRange(), list(db)) returns (None, [(b'b', b'2'), (b'a', b'1')]) after Backwards = type('Backwards', (Comparator,), {'Compare': lambda self, a, b: (a < b) - (a > b)}); order = Backwards('backwards'); import tempfile; folder = tempfile.TemporaryDirectory(); options = Options(); options.create_if_missing = True; options.SetComparator(order); db = DB.Open(options, folder.name); db.Put(b'a', b'1'); db.Put(b'b', b'2')
   * @example order.Compare(b'a', b'b') returns 1 after Backwards = type('Backwards', (Comparator,), {'Compare': lambda self, a, b: (a < b) - (a > b)}); order = Backwards('backwards')
   * @example list(db) returns [(b'b', b'2'), (b'a', b'1')] after order = Comparator('mine'); order.Compare = lambda a, b: (a < b) - (a > b); import tempfile; folder = tempfile.TemporaryDirectory(); options = Options(); options.create_if_missing = True; options.SetComparator(order); db = DB.Open(options, folder.name); db.Put(b'a', b'1'); db.Put(b'b', b'2')
   * @example order.Compare(b'a', b'b') raises NotImplementedError after Bare = type('Bare', (Comparator,), {'Compare': lambda self, a, b: Comparator.Compare(self, a, b)}); order = Bare('bare')
   * @example Comparator('mine').Compare(b'a', b'b') raises NotImplementedError
   * @example unittest.TestCase().assertRaises(NotImplementedError, Comparator('mine').Compare, b'a', b'b') returns None after import unittest
   */
  abstract Compare(a: ConstRef<Slice>, b: ConstRef<Slice>): int;
  /**
   * The name.
   *
   * @example order.Name() returns 'backwards' after Backwards = type('Backwards', (Comparator,), {'Compare': lambda self, a, b: (a < b) - (a > b)}); order = Backwards('backwards')
   */
  Name(): ConstPtr<char>;
}

/**
 * How a database is opened.
 *
 * @cpp leveldb::Options
 */
export declare class Options {
  /** @example Options().create_if_missing returns False */
  constructor();
  /** Make the database if there is none. */
  create_if_missing: bool;
  /** Raise InvalidArgumentError if there is one. */
  error_if_exists: bool;
  /** Look for damage early. */
  paranoid_checks: bool;
  /** Bytes that are kept in memory before they are sorted into a file; at least 64 KiB. */
  write_buffer_size: std.size_t;
  /** How many files may be open. */
  max_open_files: int;
  /** Bytes of a block on disk. */
  block_size: std.size_t;
  /** Keys between those that are stored whole. */
  block_restart_interval: int;
  /** Bytes of a file; at least 1 MiB. */
  max_file_size: std.size_t;
  /** How blocks are compressed. */
  compression: CompressionType;
  /** Go on with the log of the last time. */
  reuse_logs: bool;
  /**
   * The name of the comparator.
   *
   * @example Options().comparator_name returns 'leveldb.BytewiseComparator'
   * @get leveldb_adapters::comparator_name
   */
  get comparator_name(): ConstPtr<char>;
  /**
   * The order of the keys; that of their bytes, unless another one is set. It lives at least as long as the options.
   *
   * @cpp leveldb_adapters::set_comparator
   * @policy {"custodianAndWard":[{"custodian":"self","ward":"order"}]}
   * @example options.comparator_name returns 'backwards' after Backwards = type('Backwards', (Comparator,), {'Compare': lambda self, a, b: (a < b) - (a > b)}); order = Backwards('backwards'); options = Options(); options.SetComparator(order)
   * @example Options().SetComparator(Comparator('mine')) returns None
   */
  SetComparator(order: Comparator): void;
}

/**
 * How to read.
 *
 * @cpp leveldb::ReadOptions
 */
export declare class ReadOptions {
  /** @example ReadOptions().fill_cache returns True */
  constructor();
  /** Verify what is read from disk. */
  verify_checksums: bool;
  /** Keep what is read in memory. */
  fill_cache: bool;
  /**
   * Read what the database held when the snapshot was taken, which lives at least as long as the options.
   *
   * @cpp leveldb_adapters::read_snapshot
   * @policy {"custodianAndWard":[{"custodian":"self","ward":"snapshot"}]}
   * @example ReadOptions().SetSnapshot(db.GetSnapshot()) returns None after import tempfile; folder = tempfile.TemporaryDirectory(); options = Options(); options.create_if_missing = True; db = DB.Open(options, folder.name); db.Put(b'a', b'1'); db.Put(b'b', b'2')
   */
  SetSnapshot(snapshot: Snapshot): void;
}

/**
 * How to write.
 *
 * @cpp leveldb::WriteOptions
 */
export declare class WriteOptions {
  /** @example WriteOptions().sync returns False */
  constructor();
  /** Wait until the disk has it. */
  sync: bool;
}

/**
 * Changes that DB.Write makes at once.
 *
 * @cpp leveldb::WriteBatch
 */
export declare class WriteBatch {
  /** @example WriteBatch().ApproximateSize() returns 12 */
  constructor();
  /**
   * Adds a key and its value.
   *
   * @example WriteBatch().Put(b'k', b'v') returns None
   * @example WriteBatch().Put('k', b'v') raises TypeError
   */
  Put(key: Slice, value: Slice): void;
  /**
   * Removes a key.
   *
   * @example WriteBatch().Delete(b'k') returns None
   */
  Delete(key: Slice): void;
  /**
   * Forgets all changes.
   *
   * @example (batch.Clear(), batch.ApproximateSize()) returns (None, 12) after batch = WriteBatch(); batch.Put(b'k', b'v'); batch.Delete(b'x')
   */
  Clear(): void;
  /**
   * Bytes that the changes take.
   *
   * @example batch.ApproximateSize() returns 20 after batch = WriteBatch(); batch.Put(b'k', b'v'); batch.Delete(b'x')
   */
  ApproximateSize(): std.size_t;
  /**
   * Adds the changes of another batch.
   *
   * @example (batch.Append(batch), batch.ApproximateSize()) returns (None, 28) after batch = WriteBatch(); batch.Put(b'k', b'v'); batch.Delete(b'x')
   */
  Append(source: WriteBatch): void;
  /**
   * Tells a handler the changes, in the order in which they were made. Should it raise an error, the others are told first.
   *
   * @cpp leveldb_adapters::iterate
   * @example (batch.Iterate(teller), told) returns (None, [(b'k', b'v'), b'x']) after batch = WriteBatch(); batch.Put(b'k', b'v'); batch.Delete(b'x'); told = []; Teller = type('Teller', (WriteBatch.Handler,), {'Put': lambda self, key, value: told.append((key, value)), 'Delete': lambda self, key: told.append(key)}); teller = Teller()
   */
  Iterate(handler: Ref<WriteBatch.Handler>): void;
}

export declare namespace WriteBatch {
  /**
   * Is told what a batch holds; for a class of Python to derive from.
   *
   * @cpp leveldb::WriteBatch::Handler
   * @copyable false
   * @onError deferred
   */
  export abstract class Handler {
    /** @example isinstance(WriteBatch.Handler(), WriteBatch.Handler) returns True */
    constructor();
    /**
     * Told for each key that is put.
     *
     * @example (batch.Iterate(teller), told) returns (None, [(b'k', b'v'), b'x']) after batch = WriteBatch(); batch.Put(b'k', b'v'); batch.Delete(b'x'); told = []; Teller = type('Teller', (WriteBatch.Handler,), {'Put': lambda self, key, value: told.append((key, value)), 'Delete': lambda self, key: told.append(key)}); teller = Teller()
     * @example (batch.Iterate(teller), told) returns (None, [(b'k', b'v'), b'x']) after batch = WriteBatch(); batch.Put(b'k', b'v'); batch.Delete(b'x'); told = []; teller = WriteBatch.Handler(); teller.Put = lambda key, value: told.append((key, value)); teller.Delete = lambda key: told.append(key)
     * @example teller.Put(b'k', b'v') raises NotImplementedError after Bare = type('Bare', (WriteBatch.Handler,), {'Put': lambda self, key, value: WriteBatch.Handler.Put(self, key, value)}); teller = Bare()
     * @example WriteBatch.Handler().Put(b'k', b'v') raises NotImplementedError
     * @example unittest.TestCase().assertRaises(NotImplementedError, WriteBatch.Handler().Put, b'k', b'v') returns None after import unittest
     */
    abstract Put(key: ConstRef<Slice>, value: ConstRef<Slice>): void;
    /**
     * Told for each key that is removed.
     *
     * @example (batch.Iterate(teller), told) returns (None, [(b'k', b'v'), b'x']) after batch = WriteBatch(); batch.Put(b'k', b'v'); batch.Delete(b'x'); told = []; Teller = type('Teller', (WriteBatch.Handler,), {'Put': lambda self, key, value: told.append((key, value)), 'Delete': lambda self, key: told.append(key)}); teller = Teller()
     * @example (batch.Iterate(teller), told) returns (None, [(b'k', b'v'), b'x']) after batch = WriteBatch(); batch.Put(b'k', b'v'); batch.Delete(b'x'); told = []; teller = WriteBatch.Handler(); teller.Put = lambda key, value: told.append((key, value)); teller.Delete = lambda key: told.append(key)
     * @example teller.Delete(b'k') raises NotImplementedError after Bare = type('Bare', (WriteBatch.Handler,), {'Delete': lambda self, key: WriteBatch.Handler.Delete(self, key)}); teller = Bare()
     * @example WriteBatch.Handler().Delete(b'k') raises NotImplementedError
     * @example unittest.TestCase().assertRaises(NotImplementedError, WriteBatch.Handler().Delete, b'k') returns None after import unittest
     */
    abstract Delete(key: ConstRef<Slice>): void;
  }
}

/**
 * An open database. It is closed when it is dropped, at the latest when the interpreter ends; its iterators and snapshots keep it open.
 *
 * @cpp leveldb_adapters::Database
 * @copyable false
 * @gil release
 * @lock none
 * @destructor {"gil":"release","blocks":true}
 */
export declare class DB {
  /**
   * Opens the database in a folder. Two may not be open there at once.
   *
   * @cpp leveldb_adapters::open
   * @blocks
   * @policy {"return":"manage_new_object","custodianAndWard":[{"custodian":"return","ward":"options"}]}
   * @example DB.Open(options, folder.name).Get(b'a') raises NotFoundError after import tempfile; folder = tempfile.TemporaryDirectory(); options = Options(); options.create_if_missing = True
   * @example isinstance(DB.Open(options, folder.name), DB) returns True after import tempfile; folder = tempfile.TemporaryDirectory(); options = Options(); options.create_if_missing = True
   * @example DB.Open(Options(), folder.name) raises InvalidArgumentError after import tempfile; folder = tempfile.TemporaryDirectory(); options = Options(); options.create_if_missing = True
   */
  static Open(options: Options, name: std.string): Ptr<DB>;
  /**
   * Stores a value under a key.
   *
   * @cpp put
   * @blocks
   * @example (db.Put(b'c', b'3'), db.Get(b'c')) returns (None, b'3') after import tempfile; folder = tempfile.TemporaryDirectory(); options = Options(); options.create_if_missing = True; db = DB.Open(options, folder.name); db.Put(b'a', b'1'); db.Put(b'b', b'2')
   * @example db.Put(b'c', 'text') raises TypeError after import tempfile; folder = tempfile.TemporaryDirectory(); options = Options(); options.create_if_missing = True; db = DB.Open(options, folder.name); db.Put(b'a', b'1'); db.Put(b'b', b'2')
   */
  Put(
    key: Slice,
    value: Slice,
    /** @default leveldb::WriteOptions{} */ options?: WriteOptions,
  ): void;
  /**
   * Removes a key, if it is there.
   *
   * @cpp remove
   * @blocks
   * @example (db.Delete(b'a'), [key for key, value in db]) returns (None, [b'b']) after import tempfile; folder = tempfile.TemporaryDirectory(); options = Options(); options.create_if_missing = True; db = DB.Open(options, folder.name); db.Put(b'a', b'1'); db.Put(b'b', b'2')
   */
  Delete(key: Slice, /** @default leveldb::WriteOptions{} */ options?: WriteOptions): void;
  /**
   * Makes all changes of a batch, or none.
   *
   * @cpp write
   * @blocks
   * @example (db.Write(batch), db.Get(b'k')) returns (None, b'v') after import tempfile; folder = tempfile.TemporaryDirectory(); options = Options(); options.create_if_missing = True; db = DB.Open(options, folder.name); db.Put(b'a', b'1'); db.Put(b'b', b'2'); batch = WriteBatch(); batch.Put(b'k', b'v'); batch.Delete(b'x')
   */
  Write(batch: WriteBatch, /** @default leveldb::WriteOptions{} */ options?: WriteOptions): void;
  /**
   * The value of a key. Raises NotFoundError if there is none.
   *
   * @cpp get
   * @blocks
   * @mutates false
   * @example db.Get(b'a') returns b'1' after import tempfile; folder = tempfile.TemporaryDirectory(); options = Options(); options.create_if_missing = True; db = DB.Open(options, folder.name); db.Put(b'a', b'1'); db.Put(b'b', b'2')
   * @example db.Get(b'a') returns b'1' after Backwards = type('Backwards', (Comparator,), {'Compare': lambda self, a, b: (a < b) - (a > b)}); order = Backwards('backwards'); import tempfile; folder = tempfile.TemporaryDirectory(); options = Options(); options.create_if_missing = True; options.SetComparator(order); db = DB.Open(options, folder.name); db.Put(b'a', b'1'); db.Put(b'b', b'2')
   * @example db.Get(b'missing') raises NotFoundError after import tempfile; folder = tempfile.TemporaryDirectory(); options = Options(); options.create_if_missing = True; db = DB.Open(options, folder.name); db.Put(b'a', b'1'); db.Put(b'b', b'2')
   */
  Get(key: Slice, /** @default leveldb::ReadOptions{} */ options?: ReadOptions): Bytes;
  /**
   * An iterator over what the database holds now, or held when the snapshot of the options was taken; at no entry.
   *
   * @cpp leveldb_adapters::new_cursor
   * @blocks
   * @mutates false
   * @policy {"return":"manage_new_object","custodianAndWard":[{"custodian":"return","ward":"self"}]}
   * @example db.NewIterator().Valid() returns False after import tempfile; folder = tempfile.TemporaryDirectory(); options = Options(); options.create_if_missing = True; db = DB.Open(options, folder.name); db.Put(b'a', b'1'); db.Put(b'b', b'2')
   */
  NewIterator(/** @default leveldb::ReadOptions{} */ options?: ReadOptions): Ptr<Iterator>;
  /**
   * An iterator at the first entry: for key, value in db.
   *
   * @cpp leveldb_adapters::begin
   * @blocks
   * @mutates false
   * @policy {"return":"manage_new_object","custodianAndWard":[{"custodian":"return","ward":"self"}]}
   * @example list(db) returns [(b'a', b'1'), (b'b', b'2')] after import tempfile; folder = tempfile.TemporaryDirectory(); options = Options(); options.create_if_missing = True; db = DB.Open(options, folder.name); db.Put(b'a', b'1'); db.Put(b'b', b'2')
   * @example list(db) returns [(b'b', b'2'), (b'a', b'1')] after Backwards = type('Backwards', (Comparator,), {'Compare': lambda self, a, b: (a < b) - (a > b)}); order = Backwards('backwards'); import tempfile; folder = tempfile.TemporaryDirectory(); options = Options(); options.create_if_missing = True; options.SetComparator(order); db = DB.Open(options, folder.name); db.Put(b'a', b'1'); db.Put(b'b', b'2')
   */
  __iter__(): Ptr<Iterator>;
  /**
   * What the database holds now, until the snapshot is dropped.
   *
   * @cpp leveldb_adapters::take_snapshot
   * @blocks
   * @mutates false
   * @policy {"return":"manage_new_object","custodianAndWard":[{"custodian":"return","ward":"self"}]}
   * @example db.Get(b'a', past) returns b'1' after import tempfile; folder = tempfile.TemporaryDirectory(); options = Options(); options.create_if_missing = True; db = DB.Open(options, folder.name); db.Put(b'a', b'1'); db.Put(b'b', b'2'); past = ReadOptions(); past.SetSnapshot(db.GetSnapshot()); db.Put(b'a', b'new')
   */
  GetSnapshot(): Ptr<Snapshot>;
  /**
   * What LevelDB says about itself, such as leveldb.stats; None if it knows no such property.
   *
   * @cpp property
   * @blocks
   * @mutates false
   * @example db.GetProperty('leveldb.num-files-at-level0') returns '0' after import tempfile; folder = tempfile.TemporaryDirectory(); options = Options(); options.create_if_missing = True; db = DB.Open(options, folder.name); db.Put(b'a', b'1'); db.Put(b'b', b'2')
   * @example db.GetProperty('unknown') returns None after import tempfile; folder = tempfile.TemporaryDirectory(); options = Options(); options.create_if_missing = True; db = DB.Open(options, folder.name); db.Put(b'a', b'1'); db.Put(b'b', b'2')
   */
  GetProperty(name: std.string): OptionalText;
  /**
   * Bytes on disk of the keys from start up to limit, without what was written lately.
   *
   * @cpp approximate_size
   * @blocks
   * @mutates false
   * @example db.GetApproximateSize(b'a', b'z') returns 0 after import tempfile; folder = tempfile.TemporaryDirectory(); options = Options(); options.create_if_missing = True; db = DB.Open(options, folder.name); db.Put(b'a', b'1'); db.Put(b'b', b'2')
   */
  GetApproximateSize(start: Slice, limit: Slice): std.uint64_t;
  /**
   * Waits until LevelDB's own thread has sorted these keys into few files; all keys, if none are given.
   *
   * @cpp compact
   * @blocks
   * @example (db.CompactRange(), list(db)) returns (None, [(b'a', b'1'), (b'b', b'2')]) after import tempfile; folder = tempfile.TemporaryDirectory(); options = Options(); options.create_if_missing = True; db = DB.Open(options, folder.name); db.Put(b'a', b'1'); db.Put(b'b', b'2')
   * @example (db.CompactRange(end=b'b'), list(db)) returns (None, [(b'b', b'2'), (b'a', b'1')]) after Backwards = type('Backwards', (Comparator,), {'Compare': lambda self, a, b: (a < b) - (a > b)}); order = Backwards('backwards'); import tempfile; folder = tempfile.TemporaryDirectory(); options = Options(); options.create_if_missing = True; options.SetComparator(order); db = DB.Open(options, folder.name); db.Put(b'a', b'1'); db.Put(b'b', b'2')
   */
  CompactRange(
    /** @default std::nullopt */ begin?: OptionalSlice,
    /** @default std::nullopt */ end?: OptionalSlice,
  ): void;
}

/**
 * Walks the entries of a database as they were when it was made. Keeps the database open.
 *
 * @cpp leveldb_adapters::Cursor
 * @copyable false
 * @gil release
 * @lock self
 * @destructor {"gil":"release","blocks":true}
 */
export declare class Iterator {
  /**
   * Whether it is at an entry.
   *
   * @cpp valid
   * @mutates false
   * @example iterator.Valid() returns True after import tempfile; folder = tempfile.TemporaryDirectory(); options = Options(); options.create_if_missing = True; db = DB.Open(options, folder.name); db.Put(b'a', b'1'); db.Put(b'b', b'2'); iterator = db.NewIterator(); iterator.SeekToFirst()
   * @example iterator.Valid() returns False after import tempfile; folder = tempfile.TemporaryDirectory(); options = Options(); options.create_if_missing = True; db = DB.Open(options, folder.name); db.Put(b'a', b'1'); db.Put(b'b', b'2'); iterator = db.NewIterator()
   */
  Valid(): bool;
  /**
   * To the first entry.
   *
   * @cpp seek_to_first
   * @blocks
   * @example (iterator.SeekToFirst(), iterator.key()) returns (None, b'a') after import tempfile; folder = tempfile.TemporaryDirectory(); options = Options(); options.create_if_missing = True; db = DB.Open(options, folder.name); db.Put(b'a', b'1'); db.Put(b'b', b'2'); iterator = db.NewIterator()
   */
  SeekToFirst(): void;
  /**
   * To the last entry.
   *
   * @cpp seek_to_last
   * @blocks
   * @example (iterator.SeekToLast(), iterator.key()) returns (None, b'b') after import tempfile; folder = tempfile.TemporaryDirectory(); options = Options(); options.create_if_missing = True; db = DB.Open(options, folder.name); db.Put(b'a', b'1'); db.Put(b'b', b'2'); iterator = db.NewIterator()
   */
  SeekToLast(): void;
  /**
   * To the first entry that is not before a key.
   *
   * @cpp seek
   * @blocks
   * @example (iterator.Seek(b'aa'), iterator.key()) returns (None, b'b') after import tempfile; folder = tempfile.TemporaryDirectory(); options = Options(); options.create_if_missing = True; db = DB.Open(options, folder.name); db.Put(b'a', b'1'); db.Put(b'b', b'2'); iterator = db.NewIterator()
   */
  Seek(target: Slice): void;
  /**
   * To the next entry.
   *
   * @cpp next
   * @blocks
   * @example (iterator.Next(), iterator.key()) returns (None, b'b') after import tempfile; folder = tempfile.TemporaryDirectory(); options = Options(); options.create_if_missing = True; db = DB.Open(options, folder.name); db.Put(b'a', b'1'); db.Put(b'b', b'2'); iterator = db.NewIterator(); iterator.SeekToFirst()
   * @example iterator.Next() raises InvalidArgumentError after import tempfile; folder = tempfile.TemporaryDirectory(); options = Options(); options.create_if_missing = True; db = DB.Open(options, folder.name); db.Put(b'a', b'1'); db.Put(b'b', b'2'); iterator = db.NewIterator()
   */
  Next(): void;
  /**
   * To the entry before.
   *
   * @cpp prev
   * @blocks
   * @example (iterator.Prev(), iterator.Valid()) returns (None, False) after import tempfile; folder = tempfile.TemporaryDirectory(); options = Options(); options.create_if_missing = True; db = DB.Open(options, folder.name); db.Put(b'a', b'1'); db.Put(b'b', b'2'); iterator = db.NewIterator(); iterator.SeekToFirst()
   * @example iterator.Prev() raises InvalidArgumentError after import tempfile; folder = tempfile.TemporaryDirectory(); options = Options(); options.create_if_missing = True; db = DB.Open(options, folder.name); db.Put(b'a', b'1'); db.Put(b'b', b'2'); iterator = db.NewIterator()
   */
  Prev(): void;
  /**
   * The key of the entry.
   *
   * @mutates false
   * @example iterator.key() returns b'a' after import tempfile; folder = tempfile.TemporaryDirectory(); options = Options(); options.create_if_missing = True; db = DB.Open(options, folder.name); db.Put(b'a', b'1'); db.Put(b'b', b'2'); iterator = db.NewIterator(); iterator.SeekToFirst()
   * @example iterator.key() raises InvalidArgumentError after import tempfile; folder = tempfile.TemporaryDirectory(); options = Options(); options.create_if_missing = True; db = DB.Open(options, folder.name); db.Put(b'a', b'1'); db.Put(b'b', b'2'); iterator = db.NewIterator()
   */
  key(): Bytes;
  /**
   * The value of the entry.
   *
   * @mutates false
   * @example iterator.value() returns b'1' after import tempfile; folder = tempfile.TemporaryDirectory(); options = Options(); options.create_if_missing = True; db = DB.Open(options, folder.name); db.Put(b'a', b'1'); db.Put(b'b', b'2'); iterator = db.NewIterator(); iterator.SeekToFirst()
   * @example iterator.value() raises InvalidArgumentError after import tempfile; folder = tempfile.TemporaryDirectory(); options = Options(); options.create_if_missing = True; db = DB.Open(options, folder.name); db.Put(b'a', b'1'); db.Put(b'b', b'2'); iterator = db.NewIterator()
   */
  value(): Bytes;
  /**
   * The entry, as the tuple (key, value), and on to the next one.
   *
   * @cpp next_entry
   * @blocks
   * @example next(iterator) returns (b'a', b'1') after import tempfile; folder = tempfile.TemporaryDirectory(); options = Options(); options.create_if_missing = True; db = DB.Open(options, folder.name); db.Put(b'a', b'1'); db.Put(b'b', b'2'); iterator = db.NewIterator(); iterator.SeekToFirst()
   * @example next(iterator) raises NoMoreEntries after import tempfile; folder = tempfile.TemporaryDirectory(); options = Options(); options.create_if_missing = True; db = DB.Open(options, folder.name); db.Put(b'a', b'1'); db.Put(b'b', b'2'); iterator = db.NewIterator()
   */
  __next__(): Entry;
}

/**
 * What a database held when it was taken, until it is dropped. Keeps the database open.
 *
 * @cpp leveldb_adapters::Snapshot
 * @copyable false
 * @destructor {"gil":"release","blocks":true}
 */
export declare class Snapshot {}

/**
 * Deletes a database from disk. Raises IOError while it is open.
 *
 * @cpp leveldb_adapters::destroy
 * @gil release
 * @example DestroyDB(folder.name) returns None after import tempfile; folder = tempfile.TemporaryDirectory(); options = Options(); options.create_if_missing = True
 * @example DestroyDB(folder.name) raises IOError after import tempfile; folder = tempfile.TemporaryDirectory(); options = Options(); options.create_if_missing = True; db = DB.Open(options, folder.name); db.Put(b'a', b'1'); db.Put(b'b', b'2')
 */
export declare function DestroyDB(
  name: std.string,
  /** @default leveldb::Options{} */ options?: Options,
): void;
