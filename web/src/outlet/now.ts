import { useEffect, useState } from 'react';
import { useTablet } from './context';

// The tablet's moment, by the server's clock, moving on also without a line.
export function useNow() {
  const tablet = useTablet();
  const [now, setNow] = useState(tablet.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(tablet.now()), 10_000);
    return () => clearInterval(timer);
  }, [tablet]);
  return now;
}
