#include "http/public_station.h"

namespace waystation::http {

namespace {

Words words_of_more(station::Amenity amenity) {
  using enum station::Amenity;
  switch (amenity) {
    case magnifier:
      return {"放大镜", "Magnifier"};
    case microwave:
      return {"微波炉", "Microwave"};
    case fridge:
      return {"冰箱", "Fridge"};
    case umbrella:
      return {"雨伞", "Umbrella"};
    case sewing_kit:
      return {"针线包", "Sewing kit"};
    case books:
      return {"图书", "Books"};
    default:
      return {"暖宝宝", "Heat pad"};
  }
}

}  // namespace

Words words_of(station::Amenity amenity) {
  using enum station::Amenity;
  switch (amenity) {
    case aircon:
      return {"空调", "Air conditioning"};
    case seat:
      return {"座椅", "Seats"};
    case water:
      return {"热水", "Hot water"};
    case phone_charge:
      return {"手机充电", "Phone charging"};
    case wifi:
      return {"无线网", "Wi-Fi"};
    case public_education:
      return {"金融知识", "Reading on money"};
    case note_tester:
      return {"验钞机", "Note tester"};
    case reading_glasses:
      return {"老花镜", "Reading glasses"};
    case toilet:
      return {"卫生间", "Toilet"};
    case nursing_room:
      return {"母婴室", "Nursing room"};
    case first_aid:
      return {"急救箱", "First aid"};
    case wheelchair:
      return {"轮椅", "Wheelchair"};
    case stroller:
      return {"婴儿车", "Stroller"};
    case copier:
      return {"复印机", "Copier"};
    case printer:
      return {"打印机", "Printer"};
    default:
      return words_of_more(amenity);
  }
}

Words words_of(station::Corner corner) {
  using enum station::Corner;
  switch (corner) {
    case book_bar:
      return {"书吧", "Book bar"};
    case poverty_relief:
      return {"扶贫专区", "Poverty relief"};
    case consumer_rights:
      return {"消费者权益", "Consumer rights"};
    case elder_care:
      return {"敬老专区", "Elder care"};
    case finance_education:
      break;
  }
  return {"金融知识角", "Finance education"};
}

Words words_of(station::Audience audience) {
  using enum station::Audience;
  switch (audience) {
    case sanitation_worker:
      return {"环卫工人", "Sanitation worker"};
    case courier:
      return {"快递、外卖", "Courier"};
    case traffic_police:
      return {"交警", "Traffic police"};
    case other:
      break;
  }
  return {"其他户外工作者", "Others who work outdoors"};
}

Words words_of(contactless::Kind kind) {
  using enum contactless::Kind;
  switch (kind) {
    case wealth_studio:
      return {"理财云工作室：问理财", "Wealth studio: savings and funds"};
    case mobile_bank_help:
      return {"教我用手机银行", "Help with the mobile bank"};
    case grocery:
      break;
  }
  return {"买菜买药", "Groceries"};
}

Words words_of(contactless::Segment segment) {
  using enum contactless::Segment;
  switch (segment) {
    case elderly:
      return {"老年客户", "Elderly"};
    case household:
      return {"家庭", "Household"};
    case small_business:
      return {"小店、小企业", "Small business"};
    case other:
      break;
  }
  return {"其他", "Other"};
}

}  // namespace waystation::http
