import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { expectAccessible } from '../../tests/axe';
import type { GroundMap, Timeline } from '../api/contract';
import { ApiProblem } from '../api/problem';
import { AgeChip, freshness } from './AgeChip';
import { DayTimeline } from './DayTimeline';
import { Done } from './Done';
import { DueChip } from './DueChip';
import { KpiCard } from './KpiCard';
import { OutletMap } from './OutletMap';
import { Refusal } from './Refusal';
import { RowErrorTable } from './RowErrorTable';
import { Segmented } from './Segmented';
import { StateGlyph, stateOrder } from './StateGlyph';
import { StateTag } from './StateTag';
import { SupplyBar } from './SupplyBar';

const now = '2021-01-08T06:32:00Z';

describe('a state', () => {
  it('has a shape of its own, so that it survives grey print', () => {
    const pictures = stateOrder.map((state) => {
      const { container } = render(<StateGlyph state={state} />);
      return container.querySelector('svg')!.innerHTML.replaceAll(/(fill|stroke)="[^"]*"/g, '');
    });
    expect(new Set(pictures).size).toBe(stateOrder.length);
  });
  it('is said by word beside its shape', async () => {
    const { container } = render(<StateTag state="sealed_closed" />);
    expect(container).toHaveTextContent('管控停业');
    expect(container.querySelector('[data-state=sealed_closed]')).not.toBeNull();
    await expectAccessible(container);
  });
});

describe('a figure', () => {
  it('is loud only when it is abnormal', async () => {
    const quiet = render(<KpiCard title="网点" value="198" unit="家" severity="normal" />);
    expect(quiet.container.querySelector('[data-state]')).toBeNull();
    const loud = render(<KpiCard title="消毒" value="1" unit="次" severity="alarm" />);
    expect(loud.container.querySelector('[data-state=alert]')).not.toBeNull();
    await expectAccessible(loud.container);
  });
});

describe('the age of the data', () => {
  it('is amber after a minute and red after five', () => {
    expect([60, 61, 300, 301].map(freshness)).toEqual(['live', 'stale', 'stale', 'lost']);
  });
  it('names the moment at which stale data stopped', () => {
    const heardAt = Date.now() - 120_000;
    render(<AgeChip heardAt={heardAt} ahead={0} />);
    expect(screen.getByText(/数据停在/)).toHaveAttribute('data-state', 'stale');
  });
});

describe('a deadline', () => {
  it('counts down near its end, with the absolute time beside it', () => {
    const { container } = render(<DueChip deadline="2021-01-08T07:50:00Z" now={now} />);
    expect(container).toHaveTextContent('剩 1 时 18 分 · 今日 15:50');
  });
  it('says by how much it was missed', () => {
    const { container } = render(<DueChip deadline="2021-01-08T06:20:00Z" now={now} />);
    expect(container).toHaveTextContent('超 12 分 · 今日 14:20');
    expect(container.querySelector('.late')).not.toBeNull();
  });
});

describe('the days of supply', () => {
  it('stand beside the minimum of the policy', async () => {
    const { container } = render(
      <ul>
        <SupplyBar title="向工街 防护服" days={25} minimum={15} scale={40} severity="normal" />
      </ul>,
    );
    expect(container).toHaveTextContent('25 天，最低 15 天');
    await expectAccessible(container);
  });
  it('are not invented where nothing is used', () => {
    const { container } = render(
      <SupplyBar title="口罩" days={null} minimum={15} scale={40} severity="normal" />,
    );
    expect(container).toHaveTextContent('未消耗');
  });
});

const ground: GroundMap = {
  outlets: [
    {
      outlet: '102221004264',
      title: '沈阳向工街支行',
      city: 'SY',
      at: { lon_e6: 123_403_000, lat_e6: 41_834_000 },
      position_source: 'synthetic',
      state: 'open',
      shown_state: 'open',
      alert: true,
      zone: 'SY-HG-01',
    },
    {
      outlet: '102221004221',
      title: '沈阳明廉街支行',
      city: 'SY',
      at: { lon_e6: 0, lat_e6: 0 },
      position_source: 'unknown',
      state: 'closed',
      shown_state: 'sealed_closed',
      alert: false,
    },
  ],
  zones: [],
  communities: [],
  as_of_seq: 1,
  as_of: now,
};

describe('the map', () => {
  const bounds = { west: 123_390_000, east: 123_420_000, south: 41_820_000, north: 41_850_000 };
  it('puts the alert over the state, and draws nothing whose place is unknown', async () => {
    const { container } = render(<OutletMap map={ground} bounds={bounds} label="示意图" />);
    expect(container.querySelectorAll('[data-outlet]')).toHaveLength(1);
    expect(container).toHaveTextContent('沈阳向工街支行 · 需处置');
    expect(screen.getByRole('img')).toHaveAccessibleName('示意图');
    await expectAccessible(container);
  });
});

const timeline: Timeline = {
  day: '2021-01-08',
  time_zone: 'Asia/Shanghai',
  outlets: [
    {
      outlet: '102221004264',
      title: '沈阳向工街支行',
      shown_state: 'open',
      windows_open: 1,
      windows_planned: 1,
      segments: [
        {
          phase: 'during_hours',
          from: '2021-01-08T01:00:00Z',
          to: now,
          planned: false,
          shown_state: 'open',
        },
      ],
      rounds: [{ at: '2021-01-08T00:30:00Z', done: true, overdue: false, surfaces: 12 }],
    },
  ],
  vans: [],
  now,
  as_of_seq: 1,
  as_of: now,
};

describe('the timeline', () => {
  it('places the hours of the day by the clock of the place', async () => {
    const { container } = render(<DayTimeline timeline={timeline} />);
    const segment = container.querySelector<HTMLElement>('.segment')!;
    expect(segment.style.left).toBe('21.43%'); // 09:00 between 6 and 20 o'clock.
    expect(container).toHaveTextContent('消毒 1/1 轮');
    await expectAccessible(container);
  });
});

describe('a refusal', () => {
  it('says all that is missing, in the language of the reader', async () => {
    const problem = new ApiProblem({
      code: 'outlet.gate-unmet',
      status: 409,
      missing: ['gate.disinfection-missing', 'gate.crew-short'],
      request_id: '01J',
    });
    const { container } = render(<Refusal problem={problem} />);
    expect(container).toHaveTextContent('没有在有效期内完成的消毒');
    expect(container).toHaveTextContent('到岗人员不足最低配置');
    expect(container).toHaveTextContent('01J');
    await expectAccessible(container);
  });
  it('shows an unknown code rather than nothing', () => {
    render(<Refusal problem={new ApiProblem({ code: 'room.brand-new' })} />);
    expect(screen.getByRole('alert')).toHaveTextContent('room.brand-new');
  });
});

describe('the errors of a sheet', () => {
  it('name file, line, column and reason of each', async () => {
    const errors = [
      {
        file: 'outlets.csv',
        line: 41,
        column: 'windows',
        code: 'import.not-a-number',
        reason: '"two" is not a whole number',
        reason_zh: '“two”不是整数',
        facts: [],
      },
    ];
    const { container } = render(<RowErrorTable errors={errors} />);
    expect(container).toHaveTextContent('outlets.csv41windows“two”不是整数');
    await expectAccessible(container);
  });
});

describe('small parts', () => {
  it('say what was done, when, and where the log has it', () => {
    const reply = { seq: 17, event: 'outlet.opened', stream: 'outlet/1', version: 3, at: now };
    const { container } = render(<Done reply={reply} />);
    expect(container).toHaveTextContent('14:32 已完成');
    expect(container).toHaveTextContent('日志第 17 条');
  });
  it('press exactly one of the alternatives', async () => {
    const { container } = render(
      <Segmented
        label="显示"
        value="map"
        onChange={() => {}}
        choices={[
          { value: 'map', text: '地图' },
          { value: 'list', text: '列表' },
        ]}
      />,
    );
    expect(screen.getByRole('button', { pressed: true })).toHaveTextContent('地图');
    await expectAccessible(container);
  });
});
