#include "domain/bank.h"

template struct waystation::RoomTable<waystation::cash::Commands>;
