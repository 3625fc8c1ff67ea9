import { z } from 'zod';
import { TABLE_FORMATS } from '#core/export/table';
import { AnnotationRef } from '#core/link';
import { call } from './call';

const TasksExport = z.object({ refs: z.array(AnnotationRef).min(1), format: z.enum(TABLE_FORMATS) });

export const taskCalls = {
  /** *Bảng theo dõi nhiệm vụ*: these tasks, in this order. */
  'tasks.render': call(TasksExport, z.object({ text: z.string(), fileName: z.string() })),
  /** Asks where to save; null when the person cancelled. */
  'tasks.save': call(TasksExport, z.object({ path: z.string().nullable() })),
} as const;
