// The comparator and the environment that a guarded database sees.
#include "order_guard.hpp"

#include <atomic>
#include <filesystem>
#include <string>
#include <utility>

#include "error.hpp"
#include "key_order.hpp"

namespace leveldb_adapters {

struct OrderState {
  std::atomic<bool> lost{false};
  /// How many tables, LevelDB's sorted files, are being written.
  std::atomic<int> open_tables{0};
};

namespace {

using ::leveldb::Slice;
using ::leveldb::Status;

constexpr const char* reason =
    "the comparator gave no order of two keys; open the database again to go on";

Status refused() {
  return Status::IOError(reason);
}

/// Notes a comparison without an answer. Goes on to ask, as the order of what is on disk is
/// known still.
class WatchedOrder final : public ::leveldb::Comparator {
 public:
  WatchedOrder(const KeyOrder& order, OrderState& state) : order_{order}, state_{state} {}

  int Compare(const Slice& a, const Slice& b) const override {
    const int order = order_.Compare(a, b);
    if (order != no_order)
      return order;
    state_.lost = true;
    // Debian's LevelDB asserts that each key of a table comes after the one before.
    return state_.open_tables > 0 ? 1 : 0;
  }

  [[nodiscard]] const char* Name() const override { return order_.Name(); }
  void FindShortestSeparator(std::string* start, const Slice& limit) const override {
    order_.FindShortestSeparator(start, limit);
  }
  void FindShortSuccessor(std::string* key) const override { order_.FindShortSuccessor(key); }

 private:
  const KeyOrder& order_;
  OrderState& state_;
};

/// A file that takes nothing more once the order is lost.
class WatchedFile final : public ::leveldb::WritableFile {
 public:
  WatchedFile(std::unique_ptr<WritableFile> file, bool is_table, OrderState& state)
      : file_{std::move(file)}, is_table_{is_table}, state_{state} {
    if (is_table_)
      ++state_.open_tables;
  }
  ~WatchedFile() override {
    if (is_table_)
      --state_.open_tables;
  }

  Status Append(const Slice& data) override {
    return unless_lost([&] { return file_->Append(data); });
  }
  Status Flush() override {
    return unless_lost([&] { return file_->Flush(); });
  }
  Status Sync() override {
    return unless_lost([&] { return file_->Sync(); });
  }
  Status Close() override { return file_->Close(); }

 private:
  template <class Work>
  Status unless_lost(const Work& work) const {
    return state_.lost ? refused() : work();
  }

  std::unique_ptr<WritableFile> file_;
  bool is_table_;
  OrderState& state_;
};

/// Watches the files that are written; all else is the environment's own.
class WatchedEnvironment final : public ::leveldb::EnvWrapper {
 public:
  WatchedEnvironment(::leveldb::Env* environment, OrderState& state)
      : EnvWrapper{environment}, state_{state} {}

  // Refused before anything is compared: LevelDB asserts that what it writes to a new file is in
  // order.
  Status NewWritableFile(const std::string& name, ::leveldb::WritableFile** file) override {
    return state_.lost ? refused() : watched(target()->NewWritableFile(name, file), name, file);
  }

  Status NewAppendableFile(const std::string& name, ::leveldb::WritableFile** file) override {
    return state_.lost ? refused() : watched(target()->NewAppendableFile(name, file), name, file);
  }

 private:
  Status watched(Status status, const std::string& name, ::leveldb::WritableFile** file) const {
    if (!status.ok())
      return status;
    const bool is_table = std::filesystem::path{name}.extension() == ".ldb";
    *file = new WatchedFile{std::unique_ptr<::leveldb::WritableFile>{*file}, is_table, state_};
    return status;
  }

  OrderState& state_;
};

}  // namespace

OrderGuard::OrderGuard(::leveldb::Options& options) : state_{std::make_unique<OrderState>()} {
  const auto* const order = dynamic_cast<const KeyOrder*>(options.comparator);
  if (order == nullptr)
    return;
  comparator_ = std::make_unique<WatchedOrder>(*order, *state_);
  env_ = std::make_unique<WatchedEnvironment>(options.env, *state_);
  options.comparator = comparator_.get();
  options.env = env_.get();
}

OrderGuard::~OrderGuard() = default;

void OrderGuard::check() const {
  if (state_->lost)
    throw OrderLost(reason);
}

}  // namespace leveldb_adapters
