// Counting 清点: one counts, another counts blind. Neither the sum of the bag nor what the other
// found is on this page.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CashPage, OutletPage } from '../../api/contract';
import { packsOf, sumOf, type Pieces } from '../../kit/cash';
import { dayAndClock } from '../../kit/format';
import { NotesField } from '../../kit/NotesField';
import { Segmented } from '../../kit/Segmented';
import { useMay, useTablet } from '../context';
import { ChoiceField, TextField, WriteForm } from '../parts/fields';

interface Props {
  page: OutletPage;
  cash: CashPage;
}

export function Counts({ page, cash }: Props) {
  const { t } = useTranslation();
  const bags = cash.bags.filter((bag) => bag.stage === 'sanitised');
  return (
    <section className="card" aria-labelledby="counts-title">
      <h2 id="counts-title">{t('till.counts')}</h2>
      {bags.length === 0 ? (
        <p className="empty">{t('till.nothing-to-count')}</p>
      ) : (
        <CountForm page={page} cash={cash} />
      )}
      <Open page={page} cash={cash} />
    </section>
  );
}

function CountForm({ page, cash }: Props) {
  const { t } = useTranslation();
  const tablet = useTablet();
  const may = useMay()('cash.count');
  const bags = cash.bags.filter((bag) => bag.stage === 'sanitised');
  const [bag, setBag] = useState('');
  const [turn, setTurn] = useState<'count' | 'recount'>('count');
  const [pieces, setPieces] = useState<Pieces>({});
  const notes = packsOf(pieces);
  const which = bags.find((known) => known.bag === bag)?.bag ?? bags[0]!.bag;
  if (!may) return null;
  const send = async () => {
    const body = { outlet: page.outlet, bag: which, notes, total: sumOf(notes) };
    await tablet.write(`cash.${turn}`, body);
    setPieces({});
  };
  return (
    <WriteForm verb={t(`till.do-${turn}`)} send={send}>
      <Segmented
        label={t('till.turn')}
        value={turn}
        onChange={setTurn}
        choices={[
          { value: 'count', text: t('till.count') },
          { value: 'recount', text: t('till.recount') },
        ]}
      />
      <ChoiceField
        label={t('till.bag-number')}
        value={which}
        set={setBag}
        choices={bags.map((known) => ({
          value: known.bag,
          text: `${known.bag} · ${t(`source.${known.source}`)}`,
        }))}
      />
      <NotesField label={t('till.counted')} value={pieces} set={setPieces} />
      <p className="note">{t('till.blind')}</p>
    </WriteForm>
  );
}

// What counts found short or over, until somebody who did not count has looked into it.
function Open({ page, cash }: Props) {
  const { t } = useTranslation();
  return cash.discrepancies.map((found) => (
    <article key={found.bag} className="till-open" aria-label={found.bag}>
      <p>
        <strong>{found.bag}</strong>{' '}
        {[...found.missing, ...found.surplus].map((pack) => (
          <span key={pack.denomination} className="chip alarm">
            {t(found.missing.includes(pack) ? 'till.short-by' : 'till.over-by', {
              n: pack.count,
              of: t(`denomination.${pack.denomination}`),
            })}
          </span>
        ))}
        <span className="note">
          {found.counted_by.join(t('list.comma'))} · {dayAndClock(found.at, page.time_zone)}
        </span>
      </p>
      <Finding bag={found.bag} page={page} />
    </article>
  ));
}

function Finding({ bag, page }: { bag: string; page: OutletPage }) {
  const { t } = useTranslation();
  const tablet = useTablet();
  const may = useMay()('cash.close-discrepancy');
  const [finding, setFinding] = useState('');
  if (!may) return <p className="note">{t('till.manager-looks')}</p>;
  const body = { outlet: page.outlet, bag, finding };
  return (
    <WriteForm verb={t('till.do-close')} send={() => tablet.write('cash.close-discrepancy', body)}>
      <TextField label={t('till.finding')} required value={finding} set={setFinding} />
    </WriteForm>
  );
}
