import { describe, expect, it } from 'vitest';
import { NO_FACTS, type TaskFacts } from '#core/task';
import { addQuote, codeOf, importText, openIn, sure, temporaryFolder, type Opened } from '../store/support';

const FILLER = 'Hội nghị thảo luận về công tác cán bộ và phát triển kinh tế của tỉnh.';
const TASK = 'hoàn thành việc số hóa hồ sơ hộ tịch ở các phường';
const TARGET = 'Phấn đấu kết nạp từ 6.000 đảng viên mới trong khối doanh nghiệp tư nhân';
const REPORT = 'Đến nay 12 phường đã số hóa xong hồ sơ hộ tịch.';
const REPORTED = 'Toàn tỉnh kết nạp được 4.200 đảng viên ở khối doanh nghiệp tư nhân.';
const CITING = 'Theo Kế hoạch số 12-KH/TU, các phường báo cáo việc số hóa.';

async function article(library: Opened, title: string, on: string, text: string[]): Promise<string> {
  const { id } = await importText(library, title, text);
  await library.call('articles.update', { id, patch: { publishedOn: on } });
  return id;
}

async function withTasks(): Promise<{
  library: Opened;
  refs: { articleId: string; annotationId: string }[];
}> {
  const library = await openIn(temporaryFolder());
  const id = await article(library, 'Kết luận đầu năm', '2026-01-09', [
    `Tỉnh ủy yêu cầu ${TASK}.`,
    `${TARGET}.`,
  ]);
  await article(library, 'Sơ kết quý II', '2026-06-20', [FILLER, REPORT, FILLER, REPORTED, CITING]);
  await article(library, 'Phiên họp năm trước', '2025-06-20', [FILLER, REPORT, REPORTED]);
  const task = await addQuote(library, id, TASK, { kind: 'task' });
  const target = await addQuote(library, id, TARGET, { kind: 'target' });
  return { library, refs: [task, target].map((one) => ({ articleId: id, annotationId: one.id })) };
}

const facts = (patch: Partial<TaskFacts>): TaskFacts => ({ ...NO_FACTS, ...patch });

describe('evidence', () => {
  it('is found in later articles only, each task with its own figures', async () => {
    const { library, refs } = await withTasks();
    const found = await library.call('tasks.evidence', { refs });
    expect(found.map(({ annotationId }) => annotationId)).toEqual(refs.map((ref) => ref.annotationId));
    expect(sure(found[0]).candidates[0]?.text).toBe(REPORT);
    expect(sure(found[0]).figures).toEqual([]);
    expect(sure(found[1]).figures.map(({ value, unit }) => [value, unit])).toEqual([[6000, 'đảng viên mới']]);
    const articles = found.flatMap(({ candidates }) => candidates.map(({ articleId }) => articleId));
    expect(new Set(articles).size).toBe(1);
  });

  it('of targets has a figure that counts the same', async () => {
    const { library, refs } = await withTasks();
    const [task, target] = await library.call('tasks.evidence', { refs, figures: true });
    expect(task?.candidates).toEqual([]);
    expect(target?.candidates.map(({ text, figures }) => [text, figures[0]?.value])).toEqual([
      [REPORTED, 4200],
    ]);
  });

  it('counts what cites the document that a task rests on', async () => {
    const { library, refs } = await withTasks();
    const [ref] = refs;
    const { articleId, annotationId } = sure(ref);
    const { rows } = await library.call('directives.list', { complete: true });
    const plan = sure(rows.find(({ canonical }) => canonical === 'ke-hoach:12-KH/TU'));
    const patch = { task: facts({ basis: [plan.id] }) };
    const texts = async () =>
      sure((await library.call('tasks.evidence', { refs: [sure(ref)] }))[0]).candidates.map(
        ({ text, cites }) => [text, cites],
      );
    expect(await texts()).not.toContainEqual([CITING, true]);
    await library.call('annotations.update', { articleId, id: annotationId, patch });
    expect(await texts()).toContainEqual([CITING, true]);
  });

  it('of tasks that are not there is left out', async () => {
    const { library, refs } = await withTasks();
    const gone = { ...sure(refs[0]), annotationId: '00000000-0000-4000-8000-000000000000' };
    expect(await library.call('tasks.evidence', { refs: [gone] })).toEqual([]);
  });
});

describe('the list to hand in', () => {
  it('has the tasks in the order given, with what is known of them', async () => {
    const { library, refs } = await withTasks();
    const [first] = refs;
    const { articleId, annotationId } = sure(first);
    const deadline = { text: 'trước ngày 30/6/2026', iso: '2026-06-30', kind: 'before' as const };
    const task = facts({
      responsible: '=Sở Tư pháp',
      cooperating: 'các phường',
      deadline,
      progress: 'paused',
    });
    await library.call('annotations.update', { articleId, id: annotationId, patch: { task } });
    const { text, fileName } = await library.call('tasks.render', { refs: refs.toReversed(), format: 'csv' });
    expect(fileName).toMatch(/^bang-theo-doi-nhiem-vu-\d{4}-\d\d-\d\d\.csv$/u);
    const lines = text.split('\r\n');
    expect(lines[0]).toBe(
      '\uFEFFTT;Nội dung nhiệm vụ;Căn cứ;Cơ quan chủ trì;Cơ quan phối hợp;Thời hạn;Sản phẩm;Trạng thái;Nguồn',
    );
    expect(lines[1]).toMatch(/^1;Phấn đấu kết nạp/u);
    // What a spreadsheet would run is only text.
    expect(lines[2]).toContain(`;'=Sở Tư pháp;các phường;30/06/2026`);
    expect(lines[2]).toContain('Tạm dừng;"“Kết luận đầu năm”, 09/01/2026, đoạn 1"'.replaceAll('"', ''));
    for (const format of ['html', 'markdown'] as const) {
      const rendered = await library.call('tasks.render', { refs, format });
      expect(rendered.text).toContain('Bảng theo dõi nhiệm vụ');
      expect(rendered.text).toContain('đoạn 1');
    }
  });

  it('is refused when none of them is there', async () => {
    const { library, refs } = await withTasks();
    const gone = { ...sure(refs[0]), annotationId: '00000000-0000-4000-8000-000000000000' };
    expect(await codeOf(library, 'tasks.render', { refs: [gone], format: 'csv' })).toBe('export-empty');
  });
});
