// leveldb::Iterator, checked before and after each move.
#include "cursor.hpp"

#include "database.hpp"
#include "error.hpp"

namespace leveldb_adapters {

Cursor::Cursor(const Database& database, const ::leveldb::ReadOptions& options)
    : database_{database}, iterator_{database.checked().NewIterator(options)} {}

::leveldb::Iterator& Cursor::at_entry() const {
  static_cast<void>(database_.checked());
  if (!iterator_->Valid())
    throw InvalidArgument("the iterator is at no entry");
  return *iterator_;
}

void Cursor::check_moved() const {
  check(iterator_->status());
}

void Cursor::seek_to_first() {
  static_cast<void>(database_.checked());
  iterator_->SeekToFirst();
  check_moved();
}

void Cursor::seek_to_last() {
  static_cast<void>(database_.checked());
  iterator_->SeekToLast();
  check_moved();
}

void Cursor::seek(const ::leveldb::Slice& target) {
  static_cast<void>(database_.checked());
  iterator_->Seek(target);
  check_moved();
}

void Cursor::next() {
  at_entry().Next();
  check_moved();
}

void Cursor::prev() {
  at_entry().Prev();
  check_moved();
}

Bytes Cursor::key() const {
  return Bytes{at_entry().key()};
}

Bytes Cursor::value() const {
  return Bytes{at_entry().value()};
}

std::pair<Bytes, Bytes> Cursor::next_entry() {
  if (!iterator_->Valid())
    throw NoMoreEntries();
  std::pair<Bytes, Bytes> entry{key(), value()};
  next();
  return entry;
}

Cursor* new_cursor(const Database& database, const ::leveldb::ReadOptions& options) {
  return new Cursor{database, options};
}

Cursor* begin(const Database& database) {
  auto cursor = std::make_unique<Cursor>(database, ::leveldb::ReadOptions{});
  cursor->seek_to_first();
  return cursor.release();
}

}  // namespace leveldb_adapters
