import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './tokens.css';
import './base.css';
import './kit/kit.css';
import './kit/map.css';
import './kit/parts.css';
import './app/shell.css';
import { spoken } from './i18n';
import { ApiProblem } from './api/problem';
import { makeRouter } from './app/router';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (count, error) => count < 1 && error instanceof ApiProblem && error.mayRepeat,
    },
  },
});

void spoken.then(() =>
  createRoot(document.getElementById('app')!).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <RouterProvider router={makeRouter()} />
      </QueryClientProvider>
    </StrictMode>,
  ),
);
