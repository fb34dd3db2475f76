#pragma once
// A table of values by key, in key order, of which a copy costs nothing.
//
// The command centre reads while the writer writes, forks the present to try a "what if", and takes
// back a bundle of which one part was refused: each is a copy of the whole bank. So a copy shares
// its tree, and the first change afterwards copies only the O(log n) nodes on its way (path
// copying: Driscoll, Sarnak, Sleator, Tarjan 1989; balance: Adelson-Velsky and Landis 1962). Parts
// that nobody else holds are changed in place, so a replay allocates no more than an ordinary tree
// would.
//
// find, edit, erase: O(log n). Copy: O(1). One thread may change a table while others read copies.
#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <stdexcept>
#include <string_view>
#include <utility>
#include <vector>

namespace waystation {

namespace table_parts {

// A pointer that counts its holders, and can tell whether it is the only one.
template <class T> class Shared {
 public:
  Shared() = default;
  explicit Shared(T* fresh) : to_(fresh) {}
  Shared(const Shared& other) : to_(other.to_) {
    if (to_) to_->holders.fetch_add(1, std::memory_order_relaxed);
  }
  Shared(Shared&& other) noexcept : to_(std::exchange(other.to_, nullptr)) {}
  Shared& operator=(Shared other) noexcept {
    std::swap(to_, other.to_);
    return *this;
  }
  ~Shared() {
    if (to_ && to_->holders.fetch_sub(1, std::memory_order_acq_rel) == 1) delete to_;
  }

  explicit operator bool() const { return to_ != nullptr; }
  const T* operator->() const { return to_; }
  const T* get() const { return to_; }

  // The thing itself to change: copied first if anyone else holds it.
  T& own() {
    if (to_->holders.load(std::memory_order_acquire) != 1) *this = Shared(new T(*to_));
    return *to_;
  }

 private:
  T* to_ = nullptr;
};

// The first sixteen bytes of a text as two numbers that order as the text does; equal ones say
// nothing of the rest. A node that knows its key's needs no look into the entry on most of a way
// down, and that look is a miss of the processor's cache.
struct KeyHead {
  std::uint64_t first = 0, second = 0;
  auto operator<=>(const KeyHead&) const = default;
};

inline std::uint64_t eight_bytes(std::string_view text) {
  std::uint64_t out = 0;
  std::memcpy(&out, text.data(), std::min<std::size_t>(text.size(), sizeof out));
  return __builtin_bswap64(out);
}

template <class Key> KeyHead head_of(const Key& key) {
  if constexpr (requires { std::string_view(key.text); })
    return head_of(key.text);
  else if constexpr (std::is_convertible_v<const Key&, std::string_view>) {
    const std::string_view text(key);
    return {eight_bytes(text), text.size() > 8 ? eight_bytes(text.substr(8)) : 0};
  } else
    return {};
}

struct Counted {
  Counted() = default;
  Counted(const Counted&) {}
  Counted& operator=(const Counted&) = delete;
  std::atomic<int> holders{1};
};

}  // namespace table_parts

template <class Key, class Value> class Table {
  struct Entry : table_parts::Counted {
    explicit Entry(const Key& k) : pair(k, Value{}) {}
    Entry(const Entry&) = default;
    std::pair<const Key, Value> pair;
  };
  struct Node;
  using KeyHead = table_parts::KeyHead;
  using Link = table_parts::Shared<Node>;
  struct Node : table_parts::Counted {
    Node(const Key& k, const KeyHead& h) : head(h), entry(new Entry(k)) {}
    Node(const Node&) = default;
    int height = 1;
    KeyHead head;  // Of the entry's key.
    Link left, right;
    table_parts::Shared<Entry> entry;
  };

  // A key on its way down.
  struct Wanted {
    explicit Wanted(const Key& k) : key(k), head(table_parts::head_of(k)) {}
    std::strong_ordering against(const Node& node) const {
      const auto order = head <=> node.head;
      return order != 0 ? order : key <=> node.entry->pair.first;
    }
    const Key& key;
    const KeyHead head;
  };

 public:
  using key_type = Key;
  using mapped_type = Value;
  using value_type = std::pair<const Key, Value>;

  class iterator {
   public:
    const value_type& operator*() const { return way_.back()->entry->pair; }
    const value_type* operator->() const { return &**this; }
    iterator& operator++() {
      const Node* next = way_.back()->right.get();
      way_.pop_back();
      descend(next);
      return *this;
    }
    bool operator==(const iterator& other) const { return way_ == other.way_; }

   private:
    friend class Table;
    void descend(const Node* node) {
      for (; node; node = node->left.get()) way_.push_back(node);
    }
    std::vector<const Node*> way_;
  };

  iterator begin() const {
    iterator it;
    it.descend(root_.get());
    return it;
  }
  iterator end() const { return {}; }
  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }

  const Value* find(const Key& key) const {
    const Wanted wanted(key);
    const Node* node = root_.get();
    while (node) {
      const auto order = wanted.against(*node);
      if (order == 0) return &node->entry->pair.second;
      node = order < 0 ? node->left.get() : node->right.get();
    }
    return nullptr;
  }
  bool contains(const Key& key) const { return find(key) != nullptr; }
  const Value& at(const Key& key) const {
    if (const Value* found = find(key)) return *found;
    throw std::out_of_range("no such key in this table");
  }

  // The value to change, made new where there is none. Valid until the table is next changed or
  // copied.
  Value& edit(const Key& key) { return edit(root_, Wanted(key)); }

  bool erase(const Key& key) {
    if (!contains(key)) return false;
    erase(root_, Wanted(key));
    --size_;
    return true;
  }

 private:
  static int height(const Link& link) { return link ? link->height : 0; }
  static void measure(Node& n) { n.height = 1 + std::max(height(n.left), height(n.right)); }
  static int lean(const Node& n) { return height(n.left) - height(n.right); }

  static void turn(Link& link, Link Node::*up, Link Node::*down) {
    Node& top = link.own();
    Link child = std::move(top.*up);
    Node& rising = child.own();
    top.*up = std::move(rising.*down);
    measure(top);
    rising.*down = std::move(link);
    measure(rising);
    link = std::move(child);
  }

  static void balance(Link& link) {
    Node& n = link.own();
    measure(n);
    if (lean(n) > 1) {
      if (lean(*n.left.get()) < 0) turn(n.left, &Node::right, &Node::left);
      turn(link, &Node::left, &Node::right);
    } else if (lean(n) < -1) {
      if (lean(*n.right.get()) > 0) turn(n.right, &Node::left, &Node::right);
      turn(link, &Node::right, &Node::left);
    }
  }

  Value& edit(Link& link, const Wanted& wanted) {
    if (!link) {
      link = Link(new Node(wanted.key, wanted.head));
      ++size_;
      return link.own().entry.own().pair.second;
    }
    Node& n = link.own();
    const auto order = wanted.against(n);
    if (order == 0) return n.entry.own().pair.second;
    const std::size_t before = size_;
    Value& found = edit(order < 0 ? n.left : n.right, wanted);
    if (size_ != before) balance(link);  // Only a new entry can tip it.
    return found;
  }

  static void erase(Link& link, const Wanted& wanted) {
    Node& n = link.own();
    const auto order = wanted.against(n);
    if (order != 0) {
      erase(order < 0 ? n.left : n.right, wanted);
    } else if (!n.left || !n.right) {
      Link only = n.left ? n.left : n.right;
      link = std::move(only);
      return;
    } else {
      const Node* next = n.right.get();
      while (next->left) next = next->left.get();
      n.entry = next->entry;
      n.head = next->head;
      const Key moved = n.entry->pair.first;
      erase(n.right, Wanted(moved));
    }
    balance(link);
  }

  Link root_;
  std::size_t size_ = 0;
};

}  // namespace waystation
