// Edition 1 of the sayings. A changed saying is a new version with its day of review.
#include "http/guidance.h"

namespace waystation::http::guidance {

namespace {

using enum Prevention;

constexpr std::array<bool, 5> at(std::initializer_list<Place> places) {
  std::array<bool, 5> out{};
  for (const Place place : places) out[std::size_t(place)] = true;
  return out;
}

constexpr Place bus = Place::bus, shop = Place::shop, hospital = Place::hospital,
                outdoors = Place::outdoors, outlet = Place::outlet;

constexpr Saying sayings[] = {
    {people,
     {"口罩戴严实，说话隔一米。", "Wear the mask snug, and talk a metre apart."},
     at({bus, shop, hospital, outdoors, outlet})},
    {people,
     {"人多等一等，错开再出门。", "Where it is crowded, wait and come when it is quiet."},
     at({bus, shop, outlet})},
    {people,
     {"发热不硬扛，看病说实话。", "Do not sit out a fever; tell the doctor all of it."},
     at({hospital})},
    {people,
     {"见面点点头，握手先免了。", "Nod when you meet; leave out the handshake."},
     at({outdoors, outlet})},
    {objects,
     {"扶手按钮摸过，洗手前不碰脸。", "After rails and buttons, no hand to the face until washed."},
     at({bus, hospital, outlet})},
    {objects,
     {"收钱付钱之后，先洗手再吃东西。", "After handling money, wash before you eat."},
     at({shop, outlet})},
    {objects,
     {"公用的笔擦过再用，自带一支更好。", "Wipe the shared pen, or better bring your own."},
     at({hospital, outlet})},
    {objects,
     {"快递在外面拆，拆完就洗手。", "Open parcels outside, and wash your hands at once."},
     at({outdoors, shop})},
    {surroundings,
     {"屋里常开窗，人走多通风。", "Keep windows open, and air the room when people leave."},
     at({shop, outlet})},
    {surroundings,
     {"坐车靠窗坐，能开就开窗。", "On the bus sit by the window, and open it if you can."},
     at({bus})},
    {surroundings,
     {"看病走指定的路，看完不逗留。", "In hospital keep to the marked way, and do not linger."},
     at({hospital})},
    {surroundings,
     {"散步走人少的路，旧口罩进垃圾桶。", "Walk where few walk; old masks go into the bin."},
     at({outdoors})},
    {unknown,
     {"消息看公告，没有出处不转发。", "Read the notices; pass on nothing without a source."},
     at({bus, shop, hospital, outdoors, outlet})},
    {unknown,
     {"出门先问一声，网点今天开不开。", "Ask before you go whether the outlet is open today."},
     at({outlet, outdoors})},
    {unknown,
     {"觉得不舒服，先告诉社区再出门。",
      "If you feel unwell, tell your community before going out."},
     at({bus, shop, outdoors, outlet})},
    {unknown,
     {"电话里要你转账，先挂断再问网点。",
      "Asked on the phone for a transfer: hang up, ask the outlet."},
     at({shop, outlet})},
};

}  // namespace

const Edition& edition() {
  static constexpr Edition first{1, "2021-01-06", sayings};
  return first;
}

Words words_of(Prevention prevention) {
  switch (prevention) {
    case people:
      return {"防人", "People"};
    case objects:
      return {"防物", "Objects"};
    case surroundings:
      return {"防环境", "Surroundings"};
    case unknown:
      break;
  }
  return {"防未知风险", "The unknown"};
}

Words words_of(Place place) {
  switch (place) {
    case Place::bus:
      return {"坐车", "On the bus"};
    case Place::shop:
      return {"买东西", "In a shop"};
    case Place::hospital:
      return {"看病", "In hospital"};
    case Place::outdoors:
      return {"户外", "Outdoors"};
    case Place::outlet:
      break;
  }
  return {"到网点", "At the outlet"};
}

}  // namespace waystation::http::guidance
