import { useEffect, useRef, useState } from 'react';

export interface Size {
  width: number;
  height: number;
}

// The size that the page gives a picture, so that it is drawn for it and not stretched to it.
export function useSize<Frame extends Element>(first: Size) {
  const frame = useRef<Frame>(null);
  const [size, setSize] = useState(first);
  useEffect(() => {
    const watch = new ResizeObserver(([entry]) => {
      const { width, height } = entry!.contentRect;
      if (width > 0 && height > 0) setSize({ width, height });
    });
    if (frame.current) watch.observe(frame.current);
    return () => watch.disconnect();
  }, []);
  return { frame, size };
}
