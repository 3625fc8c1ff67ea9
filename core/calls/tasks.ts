import { z } from 'zod';
import type { EvidenceCandidate } from '#core/evidence';
import { TASK_FORMATS, TEXT_TABLE_FORMATS } from '#core/export/table-formats';
import { AnnotationRef } from '#core/link';
import type { FoundFigure } from '#core/recognise/found';
import { call, Written } from './call';

const TheseTasks = z.object({ refs: z.array(AnnotationRef).min(1) });

/** What later articles may report of a task, and the figures that its own words promise (offsets into its quote). */
interface TaskEvidence {
  annotationId: string;
  figures: FoundFigure[];
  candidates: EvidenceCandidate[];
}

export const taskCalls = {
  /** *Bảng theo dõi nhiệm vụ*: these tasks, in this order. */
  'tasks.render': call(
    TheseTasks.extend({ format: z.enum(TEXT_TABLE_FORMATS) }),
    z.object({ text: z.string(), fileName: z.string() }),
  ),
  /** Asks where to save; null when the person cancelled. */
  'tasks.save': call(
    TheseTasks.extend({ format: z.enum(TASK_FORMATS) }),
    z.object({ path: z.string().nullable() }),
  ),
  'tasks.write': call(
    TheseTasks.extend({ format: z.enum(TASK_FORMATS), path: z.string() }),
    Written,
    'local',
  ),
  /**
   * Passages of later articles that may be evidence for these tasks, the likeliest first; with `figures` only those with a
   * figure that counts what the task's own figures count. Tasks that are not there are left out.
   */
  'tasks.evidence': call(
    z.object({
      refs: z.array(AnnotationRef).min(1).max(500),
      figures: z.boolean().default(false),
      most: z.int().positive().max(50).default(6),
    }),
    z.custom<TaskEvidence[]>(),
  ),
} as const;
