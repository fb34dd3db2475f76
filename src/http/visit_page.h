#pragma once
// The pages of tickets and bookings from home: the forms, one's own numbers, and a kind "no". All
// of them work without a script; a form carries a hidden key, so that sent twice it acts once.
#include "http/html.h"
#include "http/pocket.h"

namespace waystation::http {

std::string take_page(const view::TakeOffer&, const std::vector<Claim>& held,
                      const std::string& key, const PublicLook&);
std::string book_page(const view::BookOffer&, const std::string& key, const PublicLook&);

// One's own numbers, each as it stands, or why it stands no more.
struct HeldClaim {
  Claim claim;
  std::string code;
  std::string outlet_title;
  std::optional<view::VisitTicket> ticket;
  std::optional<view::VisitBooking> booking;
  std::string gone;  // The refusal code, where neither is there.
  bool is_live() const;
};
enum class Refreshing { off, on, held_still };
std::string mine_page(const std::vector<HeldClaim>&, Refreshing, const PublicLook&);
std::string find_page(const OutletId&, std::string_view number, const PublicLook&);
std::string cancelled_page(const OutletId&, const PublicLook&);
std::string refused_page(const Refusal&, std::string_view back, const PublicLook&);

// ---- For paper: `address` is "https://host" of this server.

std::string notice_page(const view::PublicPage&, const std::string& address, const PublicLook&);
std::string codes_page(const view::PublicOutlet&, const std::string& address, const PublicLook&);
std::string slip_page(const view::VisitTicket&, const std::string& code, const std::string& address,
                      const PublicLook&);

}  // namespace waystation::http
