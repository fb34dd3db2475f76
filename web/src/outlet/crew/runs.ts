// What follows from a run on the crew's telephone.
import type {
  VanRunBagRow,
  VanRunCarriage,
  VanRunDetail,
  VanRunOrder,
  VanRunSignatures,
  VanRunStop,
} from '../../api/contract';

export const isOver = ({ stage }: VanRunDetail) => stage === 'returned' || stage === 'cancelled';

// The run to show: the first that is not over, else the last of the day.
export const runOf = (runs: VanRunDetail[]) => runs.find((run) => !isOver(run)) ?? runs.at(-1);

export const nextStop = (run: VanRunDetail) => run.stops.find((stop) => !stop.left_at);

export const bagsOf = ({ bags }: VanRunStop, carriage: VanRunCarriage): VanRunBagRow[] =>
  bags.filter((bag) => bag.carriage === carriage);

// A page that was kept by an older edition has none.
export const ordersOf = ({ orders = [] }: VanRunStop, carriage: VanRunCarriage): VanRunOrder[] =>
  orders.filter((order) => order.carriage === carriage);

// Of the orders the one that these bags fulfil: the server asks for exactly what was approved.
export const fulfilledBy = (bags: VanRunBagRow[], orders: VanRunOrder[]) => {
  const carried = bags.reduce((sum, { amount }) => sum + amount, 0);
  return orders.find(({ fulfilled, amount }) => !fulfilled && amount === carried);
};

export const actOf = (stop: VanRunStop, carriage: VanRunCarriage) =>
  carriage === 'deliver' ? stop.act_in : stop.act_out;

export const signedOf = (
  stop: VanRunStop,
  carriage: VanRunCarriage,
): VanRunSignatures | undefined => stop.signatures.find((s) => s.carriage === carriage);

export const isMoved = ({ carriage, where }: VanRunBagRow) =>
  where === (carriage === 'deliver' ? 'outlet' : 'van');

// Every bag of one direction was signed for, or lies where it belongs.
export const isSigned = (stop: VanRunStop, carriage: VanRunCarriage) =>
  Boolean(signedOf(stop, carriage)) || bagsOf(stop, carriage).every(isMoved);

export const bagsToLoad = (run: VanRunDetail) =>
  run.stops
    .flatMap((stop) => bagsOf(stop, 'deliver'))
    .filter((bag) => bag.where === 'depot' && run.stage === 'planned');

export const bagsToUnload = (run: VanRunDetail) =>
  run.stops.flatMap((stop) => stop.bags).filter((bag) => bag.where === 'van');

export const readsAs = (seal: string, typed: string) =>
  typed.trim().toUpperCase() === seal.toUpperCase();
