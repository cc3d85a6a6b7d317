// owner: how a Python object holds an object of C++ that it was made with.
#pragma once

#include <boost/ref.hpp>

#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

#include "contract.hpp"
#include "probe.hpp"
#include "promise.hpp"
#include "register_pointer.hpp"
#include "released_delete.hpp"
#include "runtime.hpp"
#include "trampoline.hpp"
#include "with_gil.hpp"
#include "without_gil.hpp"

namespace gen_bindings {

/// The state in which a destructor of C++ runs when Python drops the object.
namespace destructor {

/// Attached.
struct held {};

/// Detached: it may wait for threads that call back.
struct released {};

}  // namespace destructor

namespace detail {

/// The address by which an object is known to be closed: the same for all its bases, where it has
/// virtual functions.
template <class T>
const void* whole_object(const T* object) noexcept {
  if constexpr (std::is_polymorphic_v<T>) {
    return dynamic_cast<const void*>(object);
  } else {
    return object;
  }
}

/// The object of C++ that the copies of an owner share. All members: attached, but where they say
/// otherwise.
template <class T, class Pointer, class Destructor>
class owned : public std::enable_shared_from_this<owned<T, Pointer, Destructor>> {
 public:
  static constexpr bool is_released = std::is_same_v<Destructor, destructor::released>;

  owned(Pointer pointer, trampoline* its_trampoline)
      : pointer_{std::move(pointer)},
        object_{pointer_ ? std::addressof(*pointer_) : nullptr},
        trampoline_{its_trampoline} {}
  owned(const owned&) = delete;
  owned& operator=(const owned&) = delete;
  ~owned() { close(); }

  T* object() const noexcept { return object_; }

  /// What holds it. Empty once it is closed.
  const Pointer& pointer() const noexcept { return pointer_; }

  /// Has close() called when the interpreter ends.
  void close_at_exit() {
    const auto close = [weak = this->weak_from_this()] {
      if (const auto alive = weak.lock()) alive->close();
    };
    step_.emplace(close, whole_object(object_));
  }

  /// Lets go of the object of C++, once. GIL: any state, unchanged.
  void close() noexcept {
    const with_gil gil;
    if (object_ == nullptr) return;
    if (trampoline_ != nullptr) trampoline_->forget();
    step_.reset();
    object_ = nullptr;
    Pointer dying = std::exchange(pointer_, Pointer{});
    if constexpr (is_released) {
      const contract::call_of<T> call{"the destructor", "release"};
      [[maybe_unused]] const probe::destructor_of<T> seen;
      const without_gil region;
      contract::expect(promise::detached, "it");
      probe::entered(promise::detached);
      dying = Pointer{};
    }
  }

 private:
  Pointer pointer_;
  T* object_;
  trampoline* trampoline_;
  std::optional<closing_step> step_;
};

}  // namespace detail

/// A smart pointer for what Python constructs: Boost.Python keeps it inside the Python object. It
/// adds two things to `Pointer`, any smart pointer to T:
///
/// - where the object has a trampoline, that one forgets the Python object when this one dies;
/// - with destructor::released, T is destroyed detached. If the interpreter ends before, T is
///   destroyed then, by a closing_step, the newest object first but wards after custodians; after that the owner is empty, so
///   that Boost.Python finds no T in the Python object and raises its ArgumentError. No thread may
///   be inside a method of the object any more: those of `threading` that are not daemons have
///   ended by then.
///
/// Copies share the object. GIL: attached to copy, read and destroy.
template <class T, class Pointer = std::shared_ptr<T>, class Destructor = destructor::held>
class owner {
 public:
  using element_type = T;

  /// Owns `object`, made by new: a T or a trampoline of it. GIL: any state, unchanged; attaches for
  /// destructor::released. Throws std::bad_alloc.
  template <class Object>
  explicit owner(Object* object) : owner{pointer_to(object), trampoline_of(object)} {}

  /// Takes over what C++ made, which has no trampoline. GIL and throws: as above.
  explicit owner(Pointer pointer) : owner{std::move(pointer), nullptr} {}

  /// What holds the object; empty once it is closed. GIL: attached.
  [[nodiscard]] const Pointer& pointer() const noexcept { return owned_->pointer(); }

  /// The object; null once it is closed. GIL: attached.
  [[nodiscard]] T* get() const noexcept { return owned_->object(); }

 private:
  using owned = detail::owned<T, Pointer, Destructor>;

  owner(Pointer pointer, trampoline* its_trampoline)
      : owned_{std::make_shared<owned>(std::move(pointer), its_trampoline)} {
    if constexpr (owned::is_released) {
      const with_gil gil;
      owned_->close_at_exit();
    }
  }

  // A shared pointer destroys what it was made with, and may be copied by C++ and die there.
  template <class Object>
  static Pointer pointer_to(Object* object) {
    constexpr bool keeps_type = std::is_constructible_v<Pointer, Object*, released_delete>;
    static_assert(keeps_type || std::is_same_v<Object, T> || std::has_virtual_destructor_v<T>,
                  "T has no virtual destructor: only a shared pointer can destroy its trampoline");
    if constexpr (owned::is_released && keeps_type) {
      return Pointer(object, released_delete{});
    } else {
      return Pointer(object);
    }
  }

  template <class Object>
  static trampoline* trampoline_of([[maybe_unused]] Object* object) noexcept {
    if constexpr (std::is_base_of_v<trampoline, Object>) {
      return object;
    } else {
      return nullptr;
    }
  }

  std::shared_ptr<owned> owned_;
};

/// For Boost.Python. GIL: attached.
template <class T, class Pointer, class Destructor>
T* get_pointer(const owner<T, Pointer, Destructor>& owner) noexcept {
  return owner.get();
}

/// Makes an owner, as the last expression of a constructor's body:
///
///     return own<::acme::Shape, std::shared_ptr<::acme::Shape>, destructor::released>(
///         new gen_bindings_trampoline_Shape(scale));
///
/// GIL and throws: as the owner's constructors, the object destroyed.
template <class T, class Pointer = std::shared_ptr<T>, class Destructor = destructor::held,
          class Object>
[[nodiscard]] owner<T, Pointer, Destructor> own(Object&& object) {
  return owner<T, Pointer, Destructor>{std::forward<Object>(object)};
}

/// Teaches Boost.Python to return owners, for functions whose results Python owns: own() on what
/// they return. Does nothing where that is known already.
///
/// GIL: attached, inside the module's initialisation, after the class_ of T.
template <class T, class Pointer = std::shared_ptr<T>, class Destructor = destructor::held>
void register_owner() {
  register_pointer<owner<T, Pointer, Destructor>>();
}

}  // namespace gen_bindings
