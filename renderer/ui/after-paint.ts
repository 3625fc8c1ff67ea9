import { useEffect, useRef, useState } from 'react';

/** Calls `work` once the next frame is painted. Returns what calls it off. */
export function afterPaint(work: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => (timer = setTimeout(work)));
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}

/** The value as it was when the last frame was painted: for what may follow the text a frame later. */
export function useSettled<T extends object>(value: T): T {
  const [settled, setSettled] = useState(value);
  const latest = useRef(value);
  const callOff = useRef<(() => void) | null>(null);
  useEffect(() => {
    latest.current = value;
    // One that waits already brings the latest: values that change in every frame do not put each other off.
    if (value === settled || callOff.current !== null) return;
    callOff.current = afterPaint(() => {
      callOff.current = null;
      setSettled(latest.current);
    });
  }, [value, settled]);
  useEffect(
    () => () => {
      callOff.current?.();
      callOff.current = null;
    },
    [],
  );
  return settled;
}
