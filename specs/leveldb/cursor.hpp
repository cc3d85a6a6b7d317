// Cursor: a leveldb::Iterator whose errors and misuse are exceptions.
#pragma once

#include <leveldb/db.h>
#include <leveldb/iterator.h>

#include <exception>
#include <memory>
#include <utility>

#include "bytes.hpp"

namespace leveldb_adapters {

class Database;

/// Thrown by next_entry() behind the last one.
class NoMoreEntries : public std::exception {
 public:
  [[nodiscard]] const char* what() const noexcept override { return "no more entries"; }
};

/// Walks the entries of a database, as they were when it was made. Must be destroyed before its
/// database; one thread at a time may use it.
///
/// GIL: as of Database. All throw OrderLost; those that move throw what check() throws.
class Cursor {
 public:
  Cursor(const Database& database, const ::leveldb::ReadOptions& options);

  /// Whether it is at an entry. It is at none before the first seek.
  [[nodiscard]] bool valid() const { return iterator_->Valid(); }

  void seek_to_first();
  void seek_to_last();
  /// To the first entry that is not before `target`.
  void seek(const ::leveldb::Slice& target);

  /// These throw InvalidArgument where it is at no entry, which LevelDB itself does not check.
  void next();
  void prev();
  [[nodiscard]] Bytes key() const;
  [[nodiscard]] Bytes value() const;

  /// Key and value, and on to the next entry. Throws NoMoreEntries where it is at none.
  [[nodiscard]] std::pair<Bytes, Bytes> next_entry();

 private:
  [[nodiscard]] ::leveldb::Iterator& at_entry() const;
  void check_moved() const;

  const Database& database_;
  std::unique_ptr<::leveldb::Iterator> iterator_;
};

/// A new cursor, for the caller to delete; at no entry.
[[nodiscard]] Cursor* new_cursor(const Database& database, const ::leveldb::ReadOptions& options);

/// A new cursor, for the caller to delete; at the first entry.
[[nodiscard]] Cursor* begin(const Database& database);

}  // namespace leveldb_adapters
