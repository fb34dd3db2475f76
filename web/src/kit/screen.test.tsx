import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { ApiProblem } from '../api/problem';
import { Empty, Screen } from './Screen';

const ready = { data: 'answer', error: null, isPending: false, refetch: vi.fn() };
const failed = new ApiProblem({ code: 'http.failed', status: 500, request_id: '01JREQ' });
const draw = (query: object, isEmpty = () => false) =>
  render(
    <Screen
      query={{ ...ready, ...query } as never}
      isEmpty={isEmpty}
      empty={<Empty action={<a href="/admin">导入 →</a>}>还没有网点。</Empty>}
    >
      {(answer) => <p>{String(answer)}</p>}
    </Screen>,
  );

it('waits with a skeleton, which shows itself only when the answer is slow', () => {
  const { container } = draw({ data: undefined, isPending: true });
  expect(container.querySelector('.waiting.hushed .skeleton')).not.toBeNull();
});

it('says why it is empty, and what fills it', () => {
  draw({}, () => true);
  expect(screen.getByText('还没有网点。')).toBeVisible();
  expect(screen.getByRole('link')).toHaveTextContent('导入');
});

it('keeps the last answer on screen when the next one fails', () => {
  draw({ error: failed });
  expect(screen.getByText('answer')).toBeVisible();
  expect(screen.getByRole('alert')).toHaveTextContent('01JREQ');
});

it('offers to try again where there was no answer yet', async () => {
  const refetch = vi.fn();
  draw({ data: undefined, error: failed, refetch });
  await userEvent.click(screen.getByRole('button', { name: '重试' }));
  expect(refetch).toHaveBeenCalledOnce();
});

it('says who grants a missing right', () => {
  const error = new ApiProblem({ code: 'authority.role', status: 403 });
  const { container } = draw({ data: undefined, error });
  expect(container).toHaveTextContent('您的岗位不能看这一页');
  expect(container).toHaveTextContent('联系省行管理员');
});
