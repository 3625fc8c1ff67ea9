import {
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleDot,
  CirclePause,
  type LucideIcon,
} from 'lucide-react';
import type { TaskState } from '#core/task';

const GLYPHS: Readonly<Record<TaskState, LucideIcon>> = {
  notDue: CircleDashed,
  doing: CircleDot,
  onTime: CircleCheck,
  late: CircleCheck,
  overdue: CircleAlert,
  paused: CirclePause,
};

export function StateGlyph({ state }: { state: TaskState }) {
  const Glyph = GLYPHS[state];
  return <Glyph size={14} strokeWidth={1.9} aria-hidden />;
}
